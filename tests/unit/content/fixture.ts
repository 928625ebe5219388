import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

const folder = join(import.meta.dirname, '../../fixtures/content')

/** A text of `tests/fixtures/content`. */
const fixture = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

/** The lines of such a text that say something: neither empty nor a lone no-break space. */
export const fixtureLines = async (name: string): Promise<string[]> =>
  (await fixture(name)).split('\n').filter((line) => line.trim() !== '')
