import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {inside, leaveOut, memberStep} from './place.ts'
import {withChanges} from './withChanges.ts'

/** A parser of running text in which no list skips a level: an item is at most one level deeper than the one before. */
export const withListLevels =
  (parse: Parser): Parser =>
  (value, place, parent) => {
    const blocks = parse(value, place, parent)
    if (!Array.isArray(blocks) || !blocks.some(isDeep)) return blocks
    let above = 0
    return blocks.map((block: unknown, index) => {
      const level = levelOf(block)
      const kept = Math.min(level, above + 1)
      above = kept
      if (kept === level || !isRecord(block)) return block
      leaveOut(
        inside(inside(place, memberStep(block, index)), 'level'),
        expectations.listLevel,
        level,
      )
      return withChanges(block, {level: kept})
    })
  }

const isDeep = (block: unknown) => levelOf(block) > 1

/** 0 for what is in no list. */
function levelOf(block: unknown): number {
  if (!isRecord(block) || typeof block.listItem !== 'string') return 0
  return typeof block.level === 'number' ? block.level : 1
}
