import {fetchPublisher} from './fetchPublisher.ts'
import type {HeldBack} from './parseHeldBack.ts'
import {parseHeldBack} from './parseHeldBack.ts'

/** What the publisher holds back, if it answers. */
type HeldBackAnswer =
  {publisher: 'answers'; heldBack: readonly HeldBack[]} | {publisher: 'away' | 'absent'}

/** Asks the publisher which documents it holds back. Never rejects: an answer that is none of its own counts as none. */
export async function fetchHeldBack(): Promise<HeldBackAnswer> {
  const answer = await fetchPublisher('/status')
  if (answer.publisher !== 'answers') return answer
  try {
    return {publisher: 'answers', heldBack: parseHeldBack(answer.body)}
  } catch {
    return {publisher: 'away'}
  }
}
