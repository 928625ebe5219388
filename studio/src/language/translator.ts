import type {StudioLocale} from './studioLocales.ts'

/** The words of a language, by their English. `{name}` stands for a value, as in "{slug}" is taken. */
export type Messages = Readonly<Record<string, string>>

/** Says an English text of ours in the officer's language; in English where nobody has translated it. */
export type Translate = (english: string) => string

/**
 * A translator into a language of the Studio. It also knows sentences that have values in them by now. A value called
 * `{reason}` is a sentence too, and is translated as well.
 */
export function translator(
  locale: StudioLocale,
  messages: Partial<Record<StudioLocale, Messages>>,
): Translate {
  const words = messages[locale] ?? {}
  const sentences = Object.entries(words)
    .filter(([english]) => PLACE.test(english))
    .toSorted(([a], [b]) => Number(b.includes(REASON)) - Number(a.includes(REASON)))
    .map(([english, text]) => ({pattern: patternOf(english), text}))

  return function translate(english): string {
    if (words[english] !== undefined) return words[english]
    for (const {pattern, text} of sentences) {
      const values = pattern.exec(english)?.groups
      if (!values) continue
      return text.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name] ?? place
        return place === REASON ? translate(value) : value
      })
    }
    return english
  }
}

const PLACE = /\{\w+\}/

/** Sentences with one are tried first: what they quote ends as other sentences do. */
const REASON = '{reason}'

/** What a sentence looks like once its values are in it. */
function patternOf(sentence: string) {
  const source = sentence
    .split(/(\{\w+\})/)
    .map((part) =>
      PLACE.test(part) ? `(?<${part.slice(1, -1)}>.*)` : part.replace(SPECIAL, '\\$&'),
    )
    .join('')
  return new RegExp(`^${source}$`, 's')
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g
