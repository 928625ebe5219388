/** How many fields and list items a document has, however deep; each 20 characters of text count as one. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 20
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, child) => sum + sizeOf(child), 1)
}
