import assert from 'node:assert/strict'

/** Tells the test, on a line of its own, that the client has come this far, and what it saw there. */
export function done(step, seen = {}) {
  process.stdout.write(JSON.stringify({ step, ...seen }) + '\n')
}

/** The error that an action has to end in. */
export async function failure(action) {
  try {
    await action()
  } catch (error) {
    return error
  }
  return assert.fail('It went well, which it must not')
}
