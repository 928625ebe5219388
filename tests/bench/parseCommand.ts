import {parseArgs} from 'node:util'

/** What was asked of the benches; `sizes` are pages of generated sites, `undefined` the usual ones. */
export interface BenchCommand {
  names: string[]
  sizes: number[] | undefined
  asJson: boolean
}

/** Reads the arguments. Throws a sentence when they name a bench, an option or a size that there is not. */
export function parseCommand(args: string[], known: readonly string[]): BenchCommand {
  const {positionals, values} = parseArgs({
    args,
    allowPositionals: true,
    options: {json: {type: 'boolean', default: false}, sizes: {type: 'string'}},
  })
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no bench "${unknown.join('", "')}". Known: ${known.join(', ')}.`)
  }
  return {
    names: positionals.length > 0 ? positionals : [...known],
    sizes: values.sizes?.split(',').map(parseSize),
    asJson: values.json,
  }
}

function parseSize(text: string) {
  const size = Number(text)
  if (Number.isInteger(size) && size >= 200) return size
  throw new Error(`"${text}" is no size of a site. Write --sizes=1000,5000: at least 200 pages.`)
}
