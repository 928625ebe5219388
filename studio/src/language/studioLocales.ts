/** The languages the Studio itself speaks, the default last, as the Studio wants it: the project's own is French. */
export const studioLocales = ['en-US', 'es-ES', 'it-IT', 'fr-FR'] as const

/** A language the Studio itself speaks. */
export type StudioLocale = (typeof studioLocales)[number]

/** The language until somebody chooses another. */
export const defaultStudioLocale: StudioLocale = 'fr-FR'

/** Whether a string is a language of the Studio. */
export const isStudioLocale = (id: unknown): id is StudioLocale =>
  studioLocales.some((locale) => locale === id)
