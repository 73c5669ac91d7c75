// No client at all: a person opens an application's pages one after the other, and signs in where they are sent to.
import { given } from './lib/given.js'
import { Person } from './lib/person.js'
import { done } from './lib/report.js'

const person = await Person.atBrowser()
try {
  for (const path of given.paths.split(' ')) {
    const pages = await person.goThrough(new URL(path, given.redirectUrl))
    done(path, { pages, text: await person.page.innerText('body') })
  }
} finally {
  await person.leave()
}
