// Google's OAuth 2.0 Playground with custom endpoints: a code grant without PKCE, the secret in the form, and the token in the header
// or, by the playground's other setting, in the query.
import assert from 'node:assert/strict'
import { given } from './lib/given.js'
import { Person } from './lib/person.js'
import { done } from './lib/report.js'

const REDIRECT = 'https://developers.google.com/oauthplayground'
assert.equal(given.redirectUrl, REDIRECT)

/** Google is not there: Chromium asks for its page, and is answered here. */
async function standIn(page) {
  const session = await page.context().newCDPSession(page)
  // Playwright's own routes do not see what a redirect leads to.
  await session.send('Fetch.enable', { patterns: [{ urlPattern: REDIRECT + '*' }] })
  session.on('Fetch.requestPaused', ({ requestId }) => session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'text/html' }],
    body: Buffer.from('<title>OAuth 2.0 Playground</title>').toString('base64'),
  }))
}

async function post(path, form) {
  const answer = await fetch(given.issuer + path, { method: 'POST', body: new URLSearchParams(form) })
  const body = await answer.json()
  assert.equal(answer.status, 200, JSON.stringify(body))
  return body
}

async function details(query, headers) {
  const answer = await fetch(given.issuer + '/api/v1/get_oauth_user_details' + query, { headers })
  const body = await answer.json()
  assert.equal(answer.status, 200, JSON.stringify(body))
  return body
}

const person = await Person.atBrowser()
try {
  await standIn(person.page)
  const address = new URL(given.issuer + '/oauth/authorize')
  address.search = new URLSearchParams({
    redirect_uri: REDIRECT,
    prompt: 'consent',
    response_type: 'code',
    client_id: given.clientId,
    scope: 'profile',
    access_type: 'offline',
  })
  const pages = await person.goThrough(address)
  const back = new URL(person.page.url())
  assert.equal(back.origin + back.pathname, REDIRECT)
  done('code', { pages })

  const client = { client_id: given.clientId, client_secret: given.clientSecret }
  const tokens = await post('/oauth/token', {
    code: back.searchParams.get('code'),
    redirect_uri: REDIRECT,
    ...client,
    scope: '',
    grant_type: 'authorization_code',
  })
  assert.equal(tokens.token_type, 'Bearer')
  done('tokens')

  const newer = await post('/oauth/token', { ...client, grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
  done('refreshed')

  const byHeader = await details('', { Authorization: `Bearer ${newer.access_token}` })
  done('token in the header', { username: byHeader.username })
  const byQuery = await details('?' + new URLSearchParams({ access_token: newer.access_token }), {})
  done('token in the query', { username: byQuery.username })
} finally {
  await person.leave()
}
