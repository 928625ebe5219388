import {say} from './say.ts'

/** Tells the person at the terminal of one program, each thing once. */
export type Teller = ReturnType<typeof createTeller>

/** `name` is the program's. */
export function createTeller(name: string) {
  const said = new Set<string>()
  let problem: string | undefined

  /** Says a sentence, unless it was said before and not forgotten. Gives whether it was said. */
  function once(sentence: string): boolean {
    const gist = gistOf(sentence)
    if (said.has(gist)) return false
    said.add(gist)
    say(sentence)
    return true
  }

  return {
    once,
    /** What the program says is wrong with its work; nothing when it is well. */
    health(now: string | undefined) {
      if (gistOf(now ?? '') === gistOf(problem ?? '')) return
      if (problem !== undefined) said.delete(gistOf(problem))
      if (now !== undefined) once(now)
      else say(`${name} is well again.`)
      problem = now
    },
    /** It has been up for long: what happened before would be news. */
    forget: () => said.clear(),
  }
}

/** A sentence without what differs each time: how many minutes it has been, the name of a temporary file. */
const gistOf = (sentence: string) => sentence.replace(/[\w.-]*\d[\w.-]*/g, '…')
