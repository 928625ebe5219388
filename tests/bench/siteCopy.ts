import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

import {freshClone} from './freshClone.ts'
import {eighthLocale} from './generatedSite/benchLocales.ts'

const thisRepository = dirname(dirname(import.meta.dirname))
const PACKAGES = ['.', 'schemas', 'site', 'scripts/lake', 'scripts/publisher', 'scripts/content']

/** A clone of the last commit that also speaks an eighth language, with this repository's packages; and a function that takes it away. */
export function siteCopy() {
  const clone = freshClone()
  for (const name of PACKAGES) linkPackages(name, clone.directory)
  addLocale(clone.directory)
  return clone
}

/** The packages installed here, but those of the workspace from the copy itself. */
function linkPackages(name: string, copy: string) {
  const installed = join(thisRepository, name, 'node_modules')
  if (!existsSync(installed)) return
  for (const entry of packagesIn(installed)) {
    const from = realpathSync(join(installed, entry))
    const isOurs = entry.startsWith('@coworkmed/')
    const to = join(copy, name, 'node_modules', entry)
    mkdirSync(dirname(to), {recursive: true})
    symlinkSync(isOurs ? from.replace(thisRepository, copy) : from, to)
  }
}

const packagesIn = (directory: string) =>
  readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(directory, name)).map((inner) => join(name, inner))
        : [name],
    )

/** What README says a language takes: one entry in `locales.ts` and one messages file. */
function addLocale(copy: string) {
  const list = join(copy, 'schemas', 'src', 'locales.ts')
  const source = readFileSync(list, 'utf8')
  const end = '] as const satisfies'
  if (!source.includes(end)) throw new Error(`${list} does not end its list with "${end}".`)
  writeFileSync(list, source.replace(end, `  ${JSON.stringify(eighthLocale)},\n${end}`))
  const messages = join(copy, 'site', 'src', 'i18n', 'messages')
  copyFileSync(join(messages, 'en.json'), join(messages, `${eighthLocale.id}.json`))
}
