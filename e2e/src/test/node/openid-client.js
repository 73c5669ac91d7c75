// A web application with openid-client: sign-in by code with PKCE, then all that a token is good for.
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { Callback } from './lib/callback.js'
import { given } from './lib/given.js'
import { Person } from './lib/person.js'
import { done } from './lib/report.js'

const config = await client.discovery(new URL(given.issuer), given.clientId, given.clientSecret, undefined, {
  // The suite under test has no TLS in front of it.
  execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
})
assert.equal(config.serverMetadata().issuer, given.issuer)
assert.ok(config.serverMetadata().supportsPKCE())
done('discovery')

const callback = await Callback.listening()
const person = await Person.atBrowser()

async function signIn() {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: given.redirectUrl,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  })
  const pages = await person.goThrough(address)
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  return { pages, tokens: await client.authorizationCodeGrant(config, callback.take(), checks) }
}

try {
  const first = await signIn()
  const tokens = first.tokens
  done('code', { pages: first.pages })
  const claims = tokens.claims()
  done('id_token verified', { sub: claims.sub })

  const again = await signIn()
  assert.equal(again.tokens.claims().sub, claims.sub)
  done('code again', { pages: again.pages })

  const answer = await client.fetchProtectedResource(
    config, tokens.access_token, new URL(given.issuer + '/api/v1/get_oauth_user_details'), 'GET')
  done('operation', { status: answer.status, details: await answer.json() })

  await client.tokenRevocation(config, tokens.access_token)
  done('revoked')

  const own = await client.clientCredentialsGrant(config)
  assert.ok(own.access_token)
  done('client credentials')
} finally {
  await person.leave()
  callback.close()
}
