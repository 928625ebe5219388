import {readFile, readdir} from 'node:fs/promises'
import {join, sep} from 'node:path'

import {isRecord} from '@coworkmed/schemas/isRecord'
import {parse} from 'yaml'

/** One document as a seed file writes it. */
export interface SeedEntry {
  id: string
  type: string
  fields: unknown
}

/**
 * Every document of a folder: `partner.yaml` holds many by their id, `meeting/florence.yaml` as well;
 * the first part of the path is the type. Throws when an id stands twice.
 */
export async function readSeedFiles(folder: string): Promise<SeedEntry[]> {
  const files = (await readdir(folder, {recursive: true})).filter((file) => file.endsWith('.yaml'))
  const entries = (
    await Promise.all(files.toSorted().map((file) => readEntries(folder, file)))
  ).flat()
  const ids = entries.map(({id}) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`The seed has "${twice}" twice. Give one another id.`)
  return entries
}

async function readEntries(folder: string, file: string): Promise<SeedEntry[]> {
  const type = file.split(sep)[0]?.replace(/\.yaml$/, '') ?? ''
  const content = await readYaml(join(folder, file))
  return Object.entries(content).map(([id, fields]) => ({id, type, fields}))
}

/** A YAML file that holds a map. Throws with the file's name otherwise. */
export async function readYaml(file: string): Promise<Record<string, unknown>> {
  const content: unknown = parse(await readFile(file, 'utf8'))
  if (!isRecord(content)) throw new Error(`${file} is not a map from ids to fields.`)
  return content
}
