import type {BenchRow} from './row.ts'

/** Prints rows for a person, or as `{date, node, rows}` for a program, on standard output. */
export function printRows(rows: readonly BenchRow[], asJson: boolean): void {
  const report = {date: new Date().toISOString(), node: process.version, rows}
  process.stdout.write(asJson ? `${JSON.stringify(report)}\n` : `${tableOf(rows)}\n`)
}

function tableOf(rows: readonly BenchRow[]) {
  const head = ['bench', 'case', 'median', 'p95', 'unit', 'ratio']
  const body = rows.map((row) => [
    row.bench,
    row.case,
    row.median.toFixed(1),
    row.p95.toFixed(1),
    row.unit,
    row.ratio === null ? '' : `${row.ratio.toFixed(1)}× ${row.peer}`,
  ])
  const widths = head.map((name, column) =>
    Math.max(name.length, ...body.map((cells) => cells[column]?.length ?? 0)),
  )
  return [head, ...body]
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}
