/** Does a work once for each key, however many ask for it. A failure is that of those who await it, and of nobody if none does. */
export function onceEach<Asker, Result>(work: (asker: Asker) => Promise<Result>) {
  const started = new Map<string, Promise<Result>>()

  return (key: string, asker: Asker): Promise<Result> => {
    const running = started.get(key) ?? work(asker)
    started.set(key, running)
    running.catch(() => undefined)
    return running
  }
}
