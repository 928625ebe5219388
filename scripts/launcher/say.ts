/** Tells the person at the terminal. Programs log; the launcher speaks. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Tells what is being done, and, when it is done, how long it took. Passes on what the work gives or throws. */
export async function sayWhile<Result>(
  title: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now()
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1)
  const pulse = setInterval(() => say(`  ${title} … ${seconds()} s`), 5000)
  try {
    const result = await work()
    say(`${title}: ready after ${seconds()} s`)
    return result
  } finally {
    clearInterval(pulse)
  }
}
