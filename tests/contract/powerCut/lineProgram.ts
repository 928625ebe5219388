import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** A lake and a publisher, each a process of its own, started by one whose calls are recorded. Ends them when it is told. */
const programs = ['lakeProgram.ts', 'publisherProgram.ts'].map((name) =>
  fileURLToPath(import.meta.resolve(`../publisher/chaos/${name}`)),
)
for (const program of programs) {
  const child = fork(program, {execArgv: ['--no-warnings']})
  await new Promise((resolve) => child.once('message', resolve))
}
process.stdout.write('started\n')
process.stdin.once('end', () => process.exit(0)).resume()
