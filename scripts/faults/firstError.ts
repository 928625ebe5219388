/** The message of the first error in what a program printed, without colours and calls; nothing where it printed none. */
export function firstError(said: string): string | undefined {
  const lines = plainLines(said)
  const found = lines.findIndex((line) => ERROR.test(line))
  if (found < 0) return undefined
  const message = lines[found]?.replace(ERROR, '').trim() ?? ''
  return message === '' || ANNOUNCEMENT.test(message) ? (lines[found + 1] ?? message) : message
}

/** The same of a program that failed, and whose last line must say why where no other does; `''` when it printed nothing. */
export const whyFailed = (said: string): string => firstError(said) ?? plainLines(said).at(-1) ?? ''

/** What a program printed, line by line, without colours, blank lines and the calls of a stack. */
export function plainLines(said: string): string[] {
  // eslint-disable-next-line no-control-regex -- colours are for terminals, this goes into a sentence
  const plain = said.replace(/\u001b\[[0-9;]*m/g, '')
  return plain
    .split('\n')
    .filter((line) => line.trim() && !CALL.test(line))
    .map((line) => line.trimEnd())
}

const CALL = /^\s+at .|^\s*Stack trace:$|^Node\.js v\d/
/** As Node, Astro and Vite begin it: `TypeError [CODE]: …`, `12:30:01 [ERROR] [vite] …`. */
const ERROR =
  /^(?:[\d:]+ )?(?:\[ERROR\](?: \[[\w-]+\])?|\[astro\] (?=Unable)|(?:Uncaught )?(?:[A-Z]\w*)?Error(?: \[\w+\])?:)\s*/
/** What only says that an error follows. */
const ANNOUNCEMENT =
  /^(?:✗ Build failed|An unhandled error occurred while running)|^Unable to load /
