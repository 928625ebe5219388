import type {StudioLocale} from './studioLocales.ts'

/** The words of a language, by their English. */
export type Messages = Readonly<Record<string, string>>

/** Says an English text of ours in the officer's language; in English where nobody has translated it. */
export type Translate = (english: string) => string

/** A translator into a language of the Studio. */
export function translator(
  locale: StudioLocale,
  messages: Partial<Record<StudioLocale, Messages>>,
): Translate {
  const words = messages[locale] ?? {}
  return (english) => words[english] ?? english
}
