import type {StudioLocale} from '../language/studioLocales.ts'
import type {Translate} from '../language/translator.ts'
import type {ReceiptWord} from './receiptWords.ts'

/** How receipts speak to this officer. */
export interface Say {
  /** In the officer's language, with its values in place. */
  (word: ReceiptWord, values?: Readonly<Record<string, string | number>>): string
  /** A sentence of somebody else's, if there is a translation. */
  readonly foreign: Translate
  /** For `Intl`. */
  readonly locale: string
}

/** Words of receipts in a language of the Studio. */
export function createSay(t: Translate, locale: StudioLocale): Say {
  const say = (word: ReceiptWord, values: Readonly<Record<string, string | number>> = {}) =>
    t(word).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  // Our English is European: the day before the month, and no AM or PM.
  return Object.assign(say, {foreign: t, locale: locale === 'en-US' ? 'en-GB' : locale})
}
