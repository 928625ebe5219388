import {parse, type DefaultTreeAdapterTypes} from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** An element of a page: its name, its attributes and the text in it. */
export interface PageElement {
  name: string
  attributes: Record<string, string>
  text: string
}

/** Every element of a page, in the order of the source. */
export function elementsOf(html: string): PageElement[] {
  return walk(parse(html)).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({name, value}) => [name, value])),
    text: textOf(element),
  }))
}

/** The elements of one name. */
export const elementsNamed = (html: string, name: string): PageElement[] =>
  elementsOf(html).filter((element) => element.name === name)

/** What one element's attribute says: `attributeOf(html, 'link', 'href', {rel: 'canonical'})`. */
export function attributeOf(
  html: string,
  name: string,
  attribute: string,
  where: Record<string, string> = {},
): string | undefined {
  return elementsNamed(html, name).find(({attributes}) =>
    Object.entries(where).every(([key, value]) => attributes[key] === value),
  )?.attributes[attribute]
}

function walk(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : []
  return 'tagName' in node ? [node, ...children] : children
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
