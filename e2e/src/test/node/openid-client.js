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

/** The whole way to tokens; the person answers the consent page, where one is shown, by that button. */
async function signIn(parameters = {}, answer = 'Allow') {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: given.redirectUrl,
    scope: 'openid profile email products_read',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  })
  const pages = await person.goThrough(address, answer)
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  return { pages, tokens: await client.authorizationCodeGrant(config, callback.take(), checks) }
}

async function operation(token, name) {
  const answer = await client.fetchProtectedResource(config, token, new URL(given.issuer + '/api/v1/' + name), 'GET')
  return { status: answer.status, body: await answer.json() }
}

const refused = { name: 'ResponseBodyError', error: 'invalid_grant' }

try {
  await assert.rejects(signIn({}, 'Deny'), { name: 'AuthorizationResponseError', error: 'access_denied' })
  done('denied')

  const { pages, tokens } = await signIn()
  const { sub } = tokens.claims()
  done('code', { pages })
  done('id_token verified', { sub })

  const silent = await signIn({ prompt: 'none' })
  assert.equal(silent.tokens.claims().sub, sub)
  done('code again', { pages: silent.pages })

  const user = await client.fetchUserInfo(config, tokens.access_token, sub)
  done('userinfo', { user })
  done('operation', await operation(tokens.access_token, 'get_available_product_types'))

  const newer = await client.refreshTokenGrant(config, tokens.refresh_token)
  assert.notEqual(newer.access_token, tokens.access_token)
  assert.notEqual(newer.refresh_token, tokens.refresh_token)
  assert.equal(newer.claims().sub, sub)
  assert.equal((await operation(newer.access_token, 'get_available_product_types')).status, 200)
  done('refreshed')

  const known = await client.tokenIntrospection(config, newer.access_token)
  assert.equal(known.active, true)
  // That is for the gateway alone.
  assert.equal(known.phantom_token, undefined)
  done('introspected', { known })

  await client.tokenRevocation(config, newer.access_token)
  assert.equal((await client.tokenIntrospection(config, newer.access_token)).active, false)
  done('access token revoked')

  await client.tokenRevocation(config, newer.refresh_token)
  await assert.rejects(client.refreshTokenGrant(config, newer.refresh_token), refused)
  done('refresh token revoked')

  // The refresh token has been used, so whoever shows it once more may have stolen it: the whole grant ends (RFC 9700 §4.14).
  const stolen = silent.tokens.refresh_token
  const last = await client.refreshTokenGrant(config, stolen)
  await assert.rejects(client.refreshTokenGrant(config, stolen), refused)
  await assert.rejects(client.refreshTokenGrant(config, last.refresh_token), refused)
  assert.equal((await client.tokenIntrospection(config, last.access_token)).active, false)
  done('refresh token used twice ends the grant')

  const own = await client.clientCredentialsGrant(config, { scope: 'products_read' })
  assert.equal((await operation(own.access_token, 'get_available_product_types')).status, 200)
  await assert.rejects(operation(own.access_token, 'get_customers'), (error) =>
    error.status === 403 && error.cause[0].parameters.error === 'insufficient_scope')
  done('client credentials')
} finally {
  await person.leave()
  callback.close()
}
