import {isRecord} from '../isRecord.ts'
import type {MembersCheck} from './arrayParser.ts'
import {expectations} from './expectations.ts'
import {inside, leaveOut} from './place.ts'
import {withChanges} from './withChanges.ts'

/** Lets no list of running text skip a level: an item is at most one level deeper than the one before. */
export const withListLevels: MembersCheck = (blocks) => {
  let above = 0
  return blocks.map(({member: block, at}) => {
    const level = levelOf(block)
    const kept = Math.min(level, above + 1)
    above = kept
    if (kept === level || !isRecord(block)) return block
    leaveOut(inside(at, 'level'), expectations.listLevel, level)
    return withChanges(block, {level: kept})
  })
}

/** 0 for what is in no list. */
function levelOf(block: unknown): number {
  if (!isRecord(block) || typeof block.listItem !== 'string') return 0
  return typeof block.level === 'number' ? block.level : 1
}
