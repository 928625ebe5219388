import {isRecord} from '../isRecord.ts'
import type {Definition} from './definition.ts'
import {valuesOf} from './definition.ts'
import {expectations} from './expectations.ts'
import {knownFields} from './knownFields.ts'
import {listMembers} from './listMembers.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'
import {parseText} from './scalars.ts'
import {isFitForPage} from './textLimits.ts'
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
  const links = new Set<unknown>(markDefs.map(({_key}) => _key))
  const known = {decorators: shape.decorators, links}
  const children = parseChildren(block.children, inside(place, 'children'), known)
  if (children.length === 0) return leaveOut(place, expectations.block, block.children ?? '')
  if (!isFitForPage(children)) return leaveOut(place, expectations.long, firstTextOf(children))
  return withChanges(knownFields(block, place, BLOCK), {
    _type: 'block',
    style: oneOf(shape.styles, block.style, inside(place, 'style'), expectations.style),
    listItem: oneOf(shape.lists, block.listItem, inside(place, 'listItem'), expectations.listKind),
    level: parseLevel(block.level, inside(place, 'level')),
    markDefs: sameMembers(block.markDefs, markDefs),
    children: sameMembers(block.children, children),
  })
}

const firstTextOf = (children: readonly Record<string, unknown>[]) => children[0]?.text

const BLOCK = new Set(['_key', '_type', 'style', 'listItem', 'level', 'markDefs', 'children'])
const SPAN = new Set(['_key', '_type', 'text', 'marks'])

function oneOf(choices: ReadonlySet<unknown>, value: unknown, place: Place, expected: string) {
  if (value === undefined || value === null) return undefined
  return choices.has(value) ? value : leaveOut(place, expected, value)
}

function parseLevel(level: unknown, place: Place) {
  if (level === undefined || level === null) return undefined
  const isLevel =
    typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= DEEPEST
  return isLevel ? level : leaveOut(place, expectations.listLevel, level)
}

/** As deep as Sanity's editor goes. */
const DEEPEST = 10

function parseMarkDefs(value: unknown, place: Place, {annotations}: BlockShape) {
  const keys = new Set<unknown>()
  return listMembers(value, place).flatMap(({member, at}) => {
    const {_type: type, _key: key} = isRecord(member) ? member : {}
    const parse = typeof type === 'string' ? annotations.get(type) : undefined
    if (!parse || typeof key !== 'string' || keys.has(key))
      return leaveOut(at, expectations.mark, member) ?? []
    keys.add(key)
    const parsed = parse(member, at, value)
    return isRecord(parsed) ? [parsed] : []
  })
}

/** The marks that words may have in a block. */
interface KnownMarks {
  decorators: ReadonlySet<unknown>
  /** The keys of its links. */
  links: ReadonlySet<unknown>
}

function parseChildren(value: unknown, place: Place, known: KnownMarks) {
  return listMembers(value, place).flatMap(({member, at}) => {
    if (!isRecord(member) || member._type !== 'span')
      return leaveOut(at, expectations.member, member) ?? []
    const text = parseText(member.text, inside(at, 'text'), member)
    if (text === undefined) return []
    const marks = parseMarks(member.marks, inside(at, 'marks'), known)
    return [
      withChanges(knownFields(member, at, SPAN), {text, marks: sameMembers(member.marks, marks)}),
    ]
  })
}

/** Words lead to one place: in HTML no link is within another. */
function parseMarks(value: unknown, place: Place, {decorators, links}: KnownMarks) {
  let isLinked = false
  return listMembers(value, place).flatMap(({member: mark, at}) => {
    const isLink = links.has(mark)
    if (isLink ? isLinked : !decorators.has(mark))
      return leaveOut(at, expectations.mark, mark) ?? []
    isLinked ||= isLink
    return [mark]
  })
}

/** The list as it was, where its members are; nothing where there was none. */
function sameMembers(before: unknown, members: readonly unknown[]) {
  if (!Array.isArray(before)) return undefined
  const isSame =
    before.length === members.length && members.every((member, index) => member === before[index])
  return isSame ? before : members
}
