/** Whether JSON has more than so many objects and lists inside one another: what walks it further would run out of stack. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof child === 'object' && isDeeperThan(child, levels - 1)) return true
  }
  return false
}
