// An Express application with passport-oauth2, set up as its documentation has it.
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import express from 'express'
import session from 'express-session'
import passport from 'passport'
import OAuth2Strategy from 'passport-oauth2'
import { given } from './lib/given.js'
import { Person } from './lib/person.js'
import { done } from './lib/report.js'

const redirect = new URL(given.redirectUrl)

/** Who a token is of, by the API that it was asked for. */
async function owner(accessToken) {
  const answer = await fetch(given.issuer + '/api/v1/get_oauth_user_details', {
    headers: { Authorization: `Bearer ${accessToken}` },
  })
  return answer.json()
}

function application(options) {
  passport.use(new OAuth2Strategy({
    authorizationURL: given.issuer + '/oauth/authorize',
    tokenURL: given.issuer + '/oauth/token',
    clientID: given.clientId,
    clientSecret: given.clientSecret,
    callbackURL: given.redirectUrl,
    ...options,
  }, (accessToken, refreshToken, profile, verified) => {
    owner(accessToken).then((user) => verified(null, { username: user.username, refreshToken }), verified)
  }))
  const app = express()
  app.use(session({ secret: randomBytes(32).toString('hex'), resave: false, saveUninitialized: false }))
  app.use(passport.session())
  app.get('/login', passport.authenticate('oauth2'))
  app.get(redirect.pathname, passport.authenticate('oauth2', { failureRedirect: '/failed' }), (request, response) => {
    response.redirect('/')
  })
  app.get('/', (request, response) => response.json(request.user ?? null))
  return app
}

passport.serializeUser((user, stored) => stored(null, user))
passport.deserializeUser((user, found) => found(null, user))

/** Signs a new person in to the application, and sees who the application takes them for. */
async function signIn(step, options) {
  const server = application(options).listen(redirect.port, '127.0.0.1')
  await once(server, 'listening')
  const person = await Person.atBrowser()
  try {
    const pages = await person.goThrough(redirect.origin + '/login')
    const { username, refreshToken } = JSON.parse(await person.page.innerText('body'))
    done(step, { pages, username, refreshable: refreshToken !== undefined })
  } finally {
    await person.leave()
    server.close()
    server.closeAllConnections()
  }
}

await signIn('code with PKCE', { state: true, pkce: true })
await signIn('code without PKCE', { state: true })
