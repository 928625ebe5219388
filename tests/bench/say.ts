/** Tells a person who waits how far a bench is, beside what it prints in the end. */
export const say = (words: string): void => void process.stderr.write(`${words}\n`)
