import {isRecord} from '@coworkmed/schemas/isRecord'

/** A type of rich text of the Studio's schema, as far as styles go. */
interface TextType {
  of: readonly MemberType[]
}

interface MemberType {
  name: string
  /** The type it is made from; Sanity's own are made from `null`. */
  type?: MemberType | null | undefined
  fields?: readonly Field[]
}

interface Field {
  name: string
  type: object
}

/** Styles of paragraphs, kinds of lists and formats of words, each by its stored name. */
export interface Styles {
  style: readonly string[]
  listItem: readonly string[]
  mark: readonly string[]
}

/** What a rich text is styled with, though its type does not offer it. */
export function foreignStyles(type: TextType, value: unknown): Styles {
  const blocks = recordsOf(value)
  const fields = type.of.find(isBlock)?.fields ?? []
  const offered = (name: string) =>
    namesOf(fields.flatMap((field) => (field.name === name ? choicesOf(field) : [])))
  return {
    style: without(namesOf(blocks.map(({style}) => style)), offered('style')),
    listItem: without(namesOf(blocks.map(({listItem}) => listItem)), offered('listItem')),
    mark: without(blocks.flatMap(formatsOf), offered('children')),
  }
}

/** All the styles of both; `before` itself where `next` has no more. */
export function addStyles(before: Styles, next: Styles): Styles {
  const after = {
    style: [...before.style, ...without(next.style, before.style)],
    listItem: [...before.listItem, ...without(next.listItem, before.listItem)],
    mark: [...before.mark, ...without(next.mark, before.mark)],
  }
  return countOf(after) === countOf(before) ? before : after
}

/** A type of rich text that offers these styles too, under their stored names. */
export function withStyles<Type extends TextType>(type: Type, styles: Styles): Type {
  if (countOf(styles) === 0) return type
  const {style, listItem, mark} = styles
  const names: Readonly<Record<string, readonly string[]>> = {style, listItem, children: mark}
  const of = type.of.map((member) =>
    isBlock(member)
      ? {...member, fields: member.fields?.map((field) => withChoices(field, names[field.name]))}
      : member,
  )
  return {...type, of}
}

/** Styles and lists are choices of their fields; formats are decorators of the spans among the children. */
function withChoices(field: Field, names: readonly string[] = []): Field {
  if (names.length === 0) return field
  const all = [...choicesOf(field), ...names.map((value) => ({value, title: value}))]
  const {options, of} = partsOf(field)
  const changed =
    field.name === 'children'
      ? {of: of.map((member) => ('decorators' in member ? {...member, decorators: all} : member))}
      : {options: {...options, list: all}}
  return {...field, type: {...field.type, ...changed}}
}

function choicesOf(field: Field): readonly unknown[] {
  const {options, of} = partsOf(field)
  const lists = [options.list, ...of.map(({decorators}) => decorators)]
  return lists.flatMap((list: unknown): unknown[] => (Array.isArray(list) ? list : []))
}

function partsOf({type}: Field) {
  const {options, of} = {options: undefined, of: undefined, ...type}
  const known: Record<string, unknown> = isRecord(options) ? options : {}
  return {options: known, of: recordsOf(of)}
}

/** The marks of a paragraph that are formats, not the keys of its links. */
function formatsOf({children, markDefs}: Record<string, unknown>): string[] {
  const links = recordsOf(markDefs).map(({_key: key}) => key)
  const marks = recordsOf(children).flatMap(({marks: own}): unknown[] =>
    Array.isArray(own) ? own : [],
  )
  return namesOf(marks).filter((mark) => !links.includes(mark))
}

const isBlock = (type: MemberType): boolean =>
  type.name === 'block' || Boolean(type.type && isBlock(type.type))

const recordsOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Names, whether they stand alone or as the value of a choice. */
const namesOf = (values: readonly unknown[]): string[] =>
  values
    .map((value) => (isRecord(value) ? value.value : value))
    .filter((value) => typeof value === 'string')

const without = (names: readonly string[], others: readonly string[]) => [
  ...new Set(names.filter((name) => !others.includes(name))),
]

const countOf = ({style, listItem, mark}: Styles) => style.length + listItem.length + mark.length
