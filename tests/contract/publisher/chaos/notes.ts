import {note} from '../publisherLine.ts'
import type {ChaosLine} from './chaosLine.ts'
import {counterText} from './counters.ts'

const REPEATS = 200
const IDS = Array.from({length: 8}, (_, index) => `n${index}`)
const textOf = (counter: number) => counterText(counter).repeat(REPEATS)

const fields = (counter: number) => ({text: textOf(counter)})

/** Eight notes, each with two pages, for the builder's double: who writes them, and where they are read. */
export const notes = {
  written: IDS.map((document) => ({document, fields})),
  fields,
  shown: IDS.map((document) => ({
    document,
    files: ['fr', 'en'].map((language) => `${language}/${document}/index.html`),
  })),
  whole: `^\\w\\w: (counter-\\d+-){${REPEATS}}$`,
  async create({client}: ChaosLine) {
    const transaction = client.transaction()
    for (const id of IDS) transaction.create(note(id, {languages: ['fr', 'en'], text: textOf(0)}))
    await transaction.commit()
  },
}
