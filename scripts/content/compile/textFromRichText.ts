import {isRecord} from '@coworkmed/schemas/isRecord'

/** The plain text that `richTextFromText` makes this rich text from: what a translator gets to read. */
export function textFromRichText(blocks: readonly unknown[]): string {
  return blocks
    .filter(isRecord)
    .map((block, index, all) => {
      const next = all[index + 1]
      const together = block.listItem !== undefined && next?.listItem !== undefined
      return `${prefix(block)}${inline(block)}${next ? (together ? '\n' : '\n\n') : ''}`
    })
    .join('')
}

function prefix({style, listItem}: Record<string, unknown>) {
  if (listItem === 'bullet') return '- '
  if (style === 'h2') return '## '
  if (style === 'h3') return '### '
  return style === 'blockquote' ? '> ' : ''
}

function inline({children, markDefs}: Record<string, unknown>) {
  const links = records(markDefs)
  return records(children)
    .map(({text, marks}) => {
      const link = links.find(({_key}) => Array.isArray(marks) && marks.includes(_key))
      return link ? `[${String(text)}](${String(link.href)})` : String(text)
    })
    .join('')
}

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])
