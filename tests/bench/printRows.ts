import type {BenchRow} from './row.ts'

/** Prints rows for a person, or as `{date, node, rows}` for a program, on standard output. */
export function printRows(rows: readonly BenchRow[], asJson: boolean): void {
  const report = {date: new Date().toISOString(), node: process.version, rows}
  process.stdout.write(asJson ? `${JSON.stringify(report)}\n` : `${tableOf(rows)}\n`)
}

function tableOf(rows: readonly BenchRow[]) {
  const head = ['bench', 'case', 'pages', 'median', 'p95', 'unit', 'peer', 'ratio']
  const body = rows.map((row) => [
    row.bench,
    row.case,
    row.size === null ? '' : String(row.size),
    figure(row.median),
    figure(row.p95),
    row.unit,
    peerOf(row),
    row.ratio === null ? '' : `${figure(row.ratio)}×`,
  ])
  const widths = head.map((name, column) =>
    Math.max(name.length, ...body.map((cells) => cells[column]?.length ?? 0)),
  )
  return [head, ...body]
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

function peerOf({peer, peerMedian}: BenchRow) {
  if (peer === null) return ''
  return peerMedian === null ? `${peer} is not installed` : `${peer} ${figure(peerMedian)}`
}

const figure = (value: number) => (Number.isNaN(value) ? 'not known' : value.toFixed(1))
