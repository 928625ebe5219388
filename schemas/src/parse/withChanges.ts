/** A record with these values, `undefined` taking one away; the record itself where it has them. */
export function withChanges(
  record: Record<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  let changed = record
  for (const name of Object.keys(changes)) {
    if (record[name] === changes[name]) continue
    if (changed === record) changed = {...record}
    if (changes[name] === undefined) delete changed[name]
    else changed[name] = changes[name]
  }
  return changed
}
