/** Does something with the last thing it was given, once nothing has come for a time. */
export function createPause<Thing>(quietMs: number, work: (thing: Thing) => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  return {
    with(thing: Thing) {
      clearTimeout(timer)
      timer = setTimeout(() => void work(thing), quietMs)
    },
    close: () => clearTimeout(timer),
  }
}
