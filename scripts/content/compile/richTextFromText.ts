const LINK = /\[([^\]]+)\]\(([^)\s]+)\)/g

/**
 * Rich text from plain text: a blank line parts paragraphs, `## ` and `### ` begin headings, `- ` bullets,
 * `[words](https://…)` is a link. Keys count the blocks, so that the same text has the same keys.
 */
export function richTextFromText(text: string) {
  return text
    .split(/\n{2,}/)
    .flatMap((part) => (part.startsWith('- ') ? part.split('\n') : [part.replaceAll('\n', ' ')]))
    .map((line, index) => block(line, `block-${index + 1}`))
}

function block(line: string, key: string) {
  const [prefix = '', style, list] = prefixes.find(([mark]) => line.startsWith(mark)) ?? [
    '',
    'normal',
  ]
  const {children, markDefs} = inline(line.slice(prefix.length))
  return {
    _key: key,
    _type: 'block',
    style,
    ...(list ? {listItem: list, level: 1} : {}),
    markDefs,
    children,
  }
}

const prefixes = [
  ['## ', 'h2'],
  ['### ', 'h3'],
  ['> ', 'blockquote'],
  ['- ', 'normal', 'bullet'],
] as const

function inline(line: string) {
  const links = [...line.matchAll(LINK)]
  const markDefs = links.map(([, , href], index) => ({
    _key: `link-${index + 1}`,
    _type: 'link',
    href,
  }))
  const pieces = links.flatMap((link, index) => {
    const after = links[index - 1]
    const from = after ? after.index + after[0].length : 0
    return [span(line.slice(from, link.index)), span(link[1] ?? '', [`link-${index + 1}`])]
  })
  const last = links.at(-1)
  const rest = span(line.slice(last ? last.index + last[0].length : 0))
  const children = [...pieces, rest].filter(({text}, _, all) => text !== '' || all.length === 1)
  return {
    markDefs,
    children: children.map((child, index) => ({_key: `span-${index + 1}`, ...child})),
  }
}

const span = (text: string, marks: string[] = []) => ({_type: 'span', text, marks})
