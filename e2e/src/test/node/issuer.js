// A provider of another make, as an operator may have one: its clients get signed access tokens, with claims and an audience of the
// operator's choice. It tells its address and a token of each client, and runs until its standard input ends.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import Provider from 'oidc-provider'
import { done } from './lib/report.js'

const input = createInterface({ input: process.stdin })
const [line] = await once(input, 'line')
input.on('close', () => process.exit(0))
const { clients } = JSON.parse(line)

const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://127.0.0.1:${server.address().port}`
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const provider = new Provider(issuer, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: issuer, alg: 'RS256', use: 'sig' }] },
  clients: Object.entries(clients).map(([client_id, { secret }]) => ({
    client_id,
    client_secret: secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  })),
  extraTokenClaims: (context, token) => clients[token.clientId].claims,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true, allowedPolicy: () => true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => issuer + '/api',
      getResourceServerInfo: (context, resource, client) => ({
        scope: '',
        audience: clients[client.clientId].audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 600,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
})
server.on('request', provider.callback())

const { token_endpoint } = await (await fetch(issuer + '/.well-known/openid-configuration')).json()
const tokens = {}
for (const [client, { secret }] of Object.entries(clients)) {
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  tokens[client] = (await answer.json()).access_token
}
done('listening', { issuer, tokens })
