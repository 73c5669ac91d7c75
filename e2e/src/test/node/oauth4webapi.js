// The same sign-in with oauth4webapi, which checks each answer of the provider by itself; the client shows its secret, if it has
// one, by HTTP Basic.
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { Callback } from './lib/callback.js'
import { given } from './lib/given.js'
import { Person } from './lib/person.js'
import { done } from './lib/report.js'

const issuer = new URL(given.issuer)
// The suite under test has no TLS in front of it.
const insecure = { [oauth.allowInsecureRequests]: true }

for (const algorithm of ['oidc', 'oauth2']) {
  const response = await oauth.discoveryRequest(issuer, { algorithm, ...insecure })
  const found = await oauth.processDiscoveryResponse(issuer, response)
  assert.ok(found.code_challenge_methods_supported.includes('S256'))
}
const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure))
done('discovery')

const client = { client_id: given.clientId }
const clientAuth = given.clientSecret ? oauth.ClientSecretBasic(given.clientSecret) : oauth.None()
const callback = await Callback.listening()
const person = await Person.atBrowser()

try {
  const verifier = oauth.generateRandomCodeVerifier()
  const nonce = oauth.generateRandomNonce()
  const state = oauth.generateRandomState()
  const address = new URL(as.authorization_endpoint)
  address.searchParams.set('client_id', client.client_id)
  address.searchParams.set('redirect_uri', given.redirectUrl)
  address.searchParams.set('response_type', 'code')
  address.searchParams.set('scope', 'openid email')
  address.searchParams.set('code_challenge', await oauth.calculatePKCECodeChallenge(verifier))
  address.searchParams.set('code_challenge_method', 'S256')
  address.searchParams.set('nonce', nonce)
  address.searchParams.set('state', state)
  const pages = await person.goThrough(address)
  // Also compares RFC 9207's iss, which the provider says it sends.
  const parameters = oauth.validateAuthResponse(as, client, callback.take(), state)
  const answer = await oauth.authorizationCodeGrantRequest(
    as, client, clientAuth, parameters, given.redirectUrl, verifier, insecure)
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  done('code', { pages })

  await oauth.validateApplicationLevelSignature(as, answer, insecure)
  const { alg } = JSON.parse(Buffer.from(tokens.id_token.split('.')[0], 'base64url'))
  done('id_token verified', { alg })

  const again = await oauth.authorizationCodeGrantRequest(
    as, client, clientAuth, parameters, given.redirectUrl, verifier, insecure)
  await assert.rejects(oauth.processAuthorizationCodeResponse(as, client, again), { error: 'invalid_grant' })
  done('code used twice refused')

  // The same once more, with the answer in a form that the browser posts, by the page's script.
  address.searchParams.set('response_mode', 'form_post')
  await person.goStraight(address)
  const posted = oauth.validateAuthResponse(as, client, callback.takePosted(), state)
  const other = await oauth.authorizationCodeGrantRequest(
    as, client, clientAuth, posted, given.redirectUrl, verifier, insecure)
  await oauth.processAuthorizationCodeResponse(as, client, other, { expectedNonce: nonce, requireIdToken: true })
  done('code by form_post')
} finally {
  await person.leave()
  callback.close()
}
