/** Tells the test, on a line of its own, that the client has come this far, and what it saw there. */
export function done(step, seen = {}) {
  process.stdout.write(JSON.stringify({ step, ...seen }) + '\n')
}
