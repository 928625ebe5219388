import {away} from './away.ts'
import {line} from './line.ts'
import {parseCommand} from './parseCommand.ts'
import {printRows} from './printRows.ts'
import {publish} from './publish.ts'
import type {BenchRow} from './row.ts'

/** Every bench by its name. */
const benches: Record<string, (sizes?: readonly number[]) => Promise<BenchRow[]>> = {
  line,
  publish,
  away,
}

/** `npm run bench -- [NAME …] [--sizes=1000,5000] [--json]`: measures, and prints a table or JSON. Without a name, everything. */
try {
  const {names, sizes, asJson} = parseCommand(process.argv.slice(2), Object.keys(benches))
  const rows = []
  for (const name of names) rows.push(...((await benches[name]?.(sizes)) ?? []))
  printRows(rows, asJson)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
