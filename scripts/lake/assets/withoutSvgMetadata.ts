/**
 * A drawing without comments, instructions to programs, `metadata`, and what drawing programs note in namespaces of their
 * own: names of files and people stand there. What is drawn stays as it is.
 */
export function withoutSvgMetadata(svg: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(svg)
  const kept = text
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<\?(?!xml\s)[\s\S]*?\?>/g, '')
    .replaceAll(/<((?:[\w-]+:)?metadata)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g, '')
    .replaceAll(ELEMENT_OF_PROGRAM, '')
    .replaceAll(/<[A-Za-z][^>]*>/g, (tag) => tag.replaceAll(ATTRIBUTE_OF_PROGRAM, ''))
  return new TextEncoder().encode(kept)
}

const PROGRAMS =
  'sodipodi|inkscape|sketch|serif|figma|adobe|illustrator|i|x|a|graph|rdf|cc|dc|xmpMM|xmp'
const ELEMENT_OF_PROGRAM = new RegExp(
  `<((?:${PROGRAMS}):[\\w-]+)\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1\\s*>)`,
  'g',
)
const ATTRIBUTE_OF_PROGRAM = new RegExp(
  `\\s(?:(?:${PROGRAMS}):[\\w.-]+)\\s*=\\s*(?:"[^"]*"|'[^']*')`,
  'g',
)
