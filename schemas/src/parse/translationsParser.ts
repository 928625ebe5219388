import {isRecord} from '../isRecord.ts'
import {languageOf} from '../localized/localizedItems.ts'
import {cautiousEntries} from '../localized/translationEntries.ts'
import {expectations} from './expectations.ts'
import {isTextOrNone} from './localizedParser.ts'
import type {Parser} from './parser.ts'
import {inside, leaveOut, memberStep} from './place.ts'

/**
 * Parses how far each language of a document is: one entry for each, the most cautious of those that name it. What it
 * was made from is parsed like any other object.
 */
export const translationsParser =
  (parseEntry: Parser): Parser =>
  (value, place) => {
    if (!Array.isArray(value)) return leaveOut(place, expectations.list, value)
    const read = cautiousEntries(value)
    const kept = new Map([...read.values()].map(({entry, ...known}) => [entry, known]))
    return value.flatMap((entry: unknown, index) => {
      const at = inside(place, memberStep(entry, index))
      const known = isRecord(entry) ? kept.get(entry) : undefined
      if (!isRecord(entry) || !known) {
        const isTwice =
          isRecord(entry) && [...kept.values()].some(({language}) => language === entry.language)
        return leaveOut(at, isTwice ? expectations.stateTwice : expectations.language, entry) ?? []
      }
      if (languageOf(entry) !== known.language || !isTextOrNone(entry.language))
        leaveOut(inside(at, 'language'), expectations.language, entry.language)
      if (known.state !== entry.state && entry.state !== undefined)
        leaveOut(inside(at, 'state'), expectations.choice, entry.state)
      return parseEntry({...entry, ...known}, at, value) ?? []
    })
  }
