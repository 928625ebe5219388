import {printRows} from './printRows.ts'
import {line} from './line.ts'

const benches = {line}

/** `npm run bench -- NAME [--json]`: measures, and prints a table or JSON. Without a name, everything. */
const args = process.argv.slice(2)
const asked = args.filter((arg) => !arg.startsWith('--'))
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench "${unknown.join('", "')}". Known: ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exit(1)
}

const chosen = Object.entries(benches).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
)
const rows = []
for (const [, bench] of chosen) rows.push(...(await bench()))
printRows(rows, args.includes('--json'))
