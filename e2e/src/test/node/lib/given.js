import { webcrypto } from 'node:crypto'
import { text } from 'node:stream/consumers'

/**
 * What the test gives a client to work with, by standard input: no secret is ever on a command line.
 * issuer, clientId, clientSecret, redirectUrl; username and password of the person; chromium, the browser's path.
 */
export const given = JSON.parse(await text(process.stdin))

// Node 18, Debian 12's, has the Web Crypto that the libraries need, but not where they look for it.
globalThis.crypto ??= webcrypto
