import { once } from 'node:events'
import { createServer } from 'node:http'
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
    this.server = createServer((request, response) => {
      const address = new URL(request.url, given.redirectUrl)
      if (address.pathname === new URL(given.redirectUrl).pathname) {
        this.address = address
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

  close() {
    this.server.close()
    this.server.closeAllConnections()
  }
}
