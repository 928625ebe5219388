import type {StudioLocale} from './studioLocales.ts'

/** Says a moment (ISO), such as `3 Dec 2026, 10:00`, in the officer's language and in the time of their computer. */
export type SayMoment = (iso: string) => string

/** How a language of the Studio says a moment. */
export function momentIn(locale: StudioLocale): SayMoment {
  // Our English is European: the day before the month, and no AM or PM.
  const format = new Intl.DateTimeFormat(locale === 'en-US' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (iso) => format.format(new Date(iso))
}
