import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { given } from './given.js'

/** The page of a client that the provider sends the browser back to: it keeps the address that it was called by. */
export class Callback {
  static async listening() {
    const callback = new Callback()
    callback.server.listen(new URL(given.redirectUrl).port, '127.0.0.1')
    await once(callback.server, 'listening')
    return callback
  }

  constructor() {
    this.server = createServer(async (request, response) => {
      const address = new URL(request.url, given.redirectUrl)
      if (address.pathname === new URL(given.redirectUrl).pathname) {
        this.address = address
        this.posted = request.method === 'POST' ? new URLSearchParams(await text(request)) : undefined
      }
      response.setHeader('Content-Type', 'text/html').end('<title>Client</title><h1>Back at the client</h1>')
    })
  }

  /** The address that the last sign-in ended at; only once. */
  take() {
    const address = this.address
    this.address = undefined
    return address
  }

  /** What the last sign-in's answer was posted as; only once. */
  takePosted() {
    const posted = this.posted
    this.posted = undefined
    return posted
  }

  close() {
    this.server.close()
    this.server.closeAllConnections()
  }
}
