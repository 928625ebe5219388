/**
 * A drawing without comments, instructions to programs, `metadata`, and what drawing programs note in namespaces of their
 * own: names of files and people stand there. What is drawn stays as it is. Reads once, from the beginning to the end.
 */
export function withoutSvgMetadata(svg: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(svg)
  const kept: string[] = []
  /** The element that is left out now, and how many of its name are open. */
  let left: {name: string; open: number} | undefined
  for (const part of partsOf(text)) {
    const {name, isEnd, isEmpty} = tagOf(part)
    if (left) {
      if (name !== left.name || isEmpty) continue
      left.open += isEnd ? -1 : 1
      if (left.open === 0) left = undefined
    } else if (name !== undefined && LEFT_OUT.test(name)) {
      if (!isEmpty && !isEnd) left = {name, open: 1}
    } else if (!isNote(part)) {
      kept.push(name === undefined ? part : part.replaceAll(ATTRIBUTE_LEFT_OUT, ''))
    }
  }
  return new TextEncoder().encode(kept.join(''))
}

const PROGRAMS =
  'sodipodi|inkscape|sketch|serif|figma|adobe|illustrator|i|x|a|graph|rdf|cc|dc|xmpMM|xmp'
const LEFT_OUT = new RegExp(`^(?:(?:[\\w-]+:)?metadata|(?:${PROGRAMS}):.*)$`)
const ATTRIBUTE_LEFT_OUT = new RegExp(
  `\\s(?:${PROGRAMS}):[\\w.-]+\\s*=\\s*(?:"[^"]*"|'[^']*')`,
  'g',
)

const isNote = (part: string) =>
  part.startsWith('<!--') || (part.startsWith('<?') && !/^<\?xml\s/.test(part))

/** What a part is the tag of; nothing for text and for what begins with `<!` or `<?`. */
function tagOf(part: string) {
  const [, slash = '', name] = /^<(\/?)([A-Za-z_][\w:.-]*)/.exec(part) ?? []
  return {name, isEnd: slash !== '', isEmpty: part.endsWith('/>')}
}

/** The text cut where markup begins and ends. */
function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const start = text[at] === '<' ? at : nextOf(text, '<', at)
    if (start > at) yield text.slice(at, start)
    if (start >= text.length) return
    at = endOfMarkup(text, start)
    yield text.slice(start, at)
  }
}

function endOfMarkup(text: string, start: number) {
  for (const [open, close] of ENCLOSED)
    if (text.startsWith(open, start)) return nextOf(text, close, start) + close.length
  let quote = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return text.length
}

const ENCLOSED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function nextOf(text: string, what: string, from: number) {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}
