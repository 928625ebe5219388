import {isRecord} from '../isRecord.ts'
import type {PlacedMember} from './arrayParser.ts'
import {expectations} from './expectations.ts'
import {leaveOut} from './place.ts'

/** Far more than anybody reads on one page, and little enough to be made in a moment. In UTF-16 units. */
export const MOST_CHARACTERS = {text: 50_000, paragraph: 20_000, richText: 400_000}
const MOST_SPANS = 500
const MOST_LINES = 500

/** Whether a paragraph of these spans can be shown on a page. */
export function isFitForPage(spans: readonly unknown[]): boolean {
  const text = spans.map(textOf).join('')
  return (
    spans.length <= MOST_SPANS &&
    text.length <= MOST_CHARACTERS.paragraph &&
    text.split('\n', MOST_LINES + 1).length <= MOST_LINES
  )
}

/** Keeps of a long text what one page can hold. */
export function withinOnePage(members: readonly PlacedMember[]): PlacedMember[] {
  let size = 0
  return members.flatMap((placed) => {
    const {member, at} = placed
    size += sizeOf(member)
    return size > MOST_CHARACTERS.richText
      ? (leaveOut(at, expectations.long, member) ?? [])
      : placed
  })
}

const textOf = (span: unknown) => (isRecord(span) && typeof span.text === 'string' ? span.text : '')

const sizeOf = (block: unknown) =>
  isRecord(block) && Array.isArray(block.children)
    ? block.children.reduce<number>((sum, span) => sum + textOf(span).length, 0)
    : 0
