import {fetchPublisher} from './fetchPublisher.ts'
import type {HeldBack} from './parseHeldBack.ts'
import {parseHeldBack} from './parseHeldBack.ts'
import type {Problem} from './parseProblem.ts'
import {parseProblem} from './parseProblem.ts'

/** How the publisher is, if it answers: what it holds back, and what keeps it from its work. */
type StatusAnswer =
  | {publisher: 'answers'; heldBack: readonly HeldBack[]; problem: Problem | undefined}
  | {publisher: 'away' | 'absent'}

/** Asks the publisher how it is. Never rejects: an answer that is none of its own counts as none. */
export async function fetchStatus(): Promise<StatusAnswer> {
  const answer = await fetchPublisher('/status')
  if (answer.publisher !== 'answers') return answer
  try {
    const {body} = answer
    return {publisher: 'answers', heldBack: parseHeldBack(body), problem: parseProblem(body)}
  } catch {
    return {publisher: 'away'}
  }
}
