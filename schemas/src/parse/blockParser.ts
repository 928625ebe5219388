import {isRecord} from '../isRecord.ts'
import type {Definition} from './definition.ts'
import {valuesOf} from './definition.ts'
import {expectations} from './expectations.ts'
import {listMembers} from './listMembers.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'
import {parseText} from './scalars.ts'
import {withChanges} from './withChanges.ts'

/** What a block may have: see `options` of Sanity's block type. */
interface BlockShape {
  styles: ReadonlySet<unknown>
  lists: ReadonlySet<unknown>
  decorators: ReadonlySet<unknown>
  /** By the names of the types. */
  annotations: ReadonlyMap<string, Parser>
}

/**
 * Parses blocks of Portable Text: a style, list or mark that is not known is left out, the words stay.
 * @see https://www.portabletext.org/specification/
 */
export function blockParser(
  {source}: Definition,
  annotations: ReadonlyMap<string, Parser>,
): Parser {
  const marks = isRecord(source.marks) ? source.marks : {}
  const shape: BlockShape = {
    styles: new Set(valuesOf(source.styles)),
    lists: new Set(valuesOf(source.lists)),
    decorators: new Set(valuesOf(marks.decorators)),
    annotations,
  }
  return (value, place) =>
    isRecord(value) ? parseBlock(value, place, shape) : leaveOut(place, expectations.block, value)
}

function parseBlock(block: Record<string, unknown>, place: Place, shape: BlockShape) {
  const markDefs = parseMarkDefs(block.markDefs, inside(place, 'markDefs'), shape)
  const known = new Set<unknown>([...shape.decorators, ...markDefs.map(({_key}) => _key)])
  const children = parseChildren(block.children, inside(place, 'children'), known)
  if (children.length === 0) return leaveOut(place, expectations.block, block.children ?? '')
  return withChanges(block, {
    _type: 'block',
    style: oneOf(shape.styles, block.style, inside(place, 'style'), expectations.style),
    listItem: oneOf(shape.lists, block.listItem, inside(place, 'listItem'), expectations.listKind),
    level: parseLevel(block.level, inside(place, 'level')),
    markDefs: sameMembers(block.markDefs, markDefs),
    children: sameMembers(block.children, children),
  })
}

function oneOf(choices: ReadonlySet<unknown>, value: unknown, place: Place, expected: string) {
  if (value === undefined || value === null) return undefined
  return choices.has(value) ? value : leaveOut(place, expected, value)
}

function parseLevel(level: unknown, place: Place) {
  if (level === undefined || level === null) return undefined
  const isLevel = typeof level === 'number' && Number.isInteger(level) && level >= 1
  return isLevel ? level : leaveOut(place, expectations.listLevel, level)
}

function parseMarkDefs(value: unknown, place: Place, {annotations}: BlockShape) {
  const keys = new Set<unknown>()
  return listMembers(value, place).flatMap(({member, at}) => {
    const parse = isRecord(member) ? annotations.get(String(member._type)) : undefined
    const key = isRecord(member) ? member._key : undefined
    if (!parse || typeof key !== 'string' || keys.has(key))
      return leaveOut(at, expectations.mark, member) ?? []
    keys.add(key)
    const parsed = parse(member, at, value)
    return isRecord(parsed) ? [parsed] : []
  })
}

function parseChildren(value: unknown, place: Place, known: ReadonlySet<unknown>) {
  return listMembers(value, place).flatMap(({member, at}) => {
    if (!isRecord(member) || member._type !== 'span')
      return leaveOut(at, expectations.member, member) ?? []
    const text = parseText(member.text, inside(at, 'text'), member)
    if (text === undefined) return []
    const marks = listMembers(member.marks, inside(at, 'marks')).flatMap((mark) =>
      known.has(mark.member)
        ? [mark.member]
        : (leaveOut(mark.at, expectations.mark, mark.member) ?? []),
    )
    return [withChanges(member, {text, marks: sameMembers(member.marks, marks)})]
  })
}

/** The list as it was, where its members are; nothing where there was none. */
function sameMembers(before: unknown, members: readonly unknown[]) {
  if (!Array.isArray(before)) return undefined
  const isSame =
    before.length === members.length && members.every((member, index) => member === before[index])
  return isSame ? before : members
}
