import {z} from 'zod'

const SHOWN_LINES = 8

const logLine = z.looseObject({msg: z.string()})

/** The end of what a program printed, for a person: of a line of JSON log only its message. */
export function lastWords(said: string): string {
  return said.trim().split('\n').slice(-SHOWN_LINES).map(messageOf).join('\n')
}

function messageOf(line: string) {
  try {
    return logLine.parse(JSON.parse(line)).msg
  } catch {
    return line
  }
}
