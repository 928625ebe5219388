/** Rows as text, columns side by side; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, `${cell}`.length)),
    [],
  )
  const line = (row: readonly (string | number)[]) =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

const padded = (cell: string | number, width: number) =>
  typeof cell === 'number' ? `${cell}`.padStart(width) : cell.padEnd(width)
