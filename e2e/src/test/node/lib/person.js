import { chromium } from 'playwright-core'
import { given } from './given.js'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  // Whatever is not on this machine does not exist.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** A person at a real Chromium, who signs in where a form asks for it, and allows or denies what a client asks for. */
export class Person {
  static async atBrowser() {
    const browser = await chromium.launch({ executablePath: given.chromium, headless: true, args: ARGUMENTS })
    return new Person(browser, await browser.newPage())
  }

  constructor(browser, page) {
    this.browser = browser
    this.page = page
  }

  /** Opens an address and does what the provider's pages ask for, until it sends the browser elsewhere. */
  async goThrough(address, answer = 'Allow') {
    const pages = []
    await this.page.goto(address.href ?? address)
    while (this.page.url().startsWith(given.issuer)) {
      const name = await this.#pageName()
      if (pages.includes(name)) {
        throw new Error(`The page ${name} came twice: ${await this.page.innerText('body')}`)
      }
      pages.push(name)
      await this.#fill(name, answer)
    }
    return pages
  }

  /** Opens an address that asks for nothing any more, and waits until the browser is back at the client. */
  async goStraight(address) {
    await this.page.goto(address.href)
    await this.page.waitForURL((url) => url.href.startsWith(given.redirectUrl))
  }

  async #pageName() {
    for (const [name, button] of [['sign-in', 'Sign in'], ['consent', 'Allow']]) {
      if (await this.#button(button).count()) {
        return name
      }
    }
    throw new Error(`Neither a sign-in nor a consent page: ${this.page.url()} ${await this.page.innerText('body')}`)
  }

  async #fill(name, answer) {
    if (name === 'sign-in') {
      await this.page.getByLabel('Username').fill(given.username)
      await this.page.getByLabel('Password').fill(given.password)
      await this.#press('Sign in')
    } else {
      await this.#press(answer)
    }
  }

  async #press(button) {
    const next = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame())
    await this.#button(button).click()
    await next
  }

  #button(name) {
    return this.page.getByRole('button', { name, exact: true })
  }

  async leave() {
    await this.browser.close()
  }
}
