/** The languages the Studio itself speaks, with their names in themselves. */
export const studioLocales = [
  {id: 'en-US', name: 'English'},
  {id: 'es-ES', name: 'español'},
  {id: 'fr-FR', name: 'français'},
  {id: 'it-IT', name: 'italiano'},
] as const

/** A language the Studio itself speaks. */
export type StudioLocale = (typeof studioLocales)[number]['id']

/** The language until somebody chooses another: the project's own. */
export const defaultStudioLocale: StudioLocale = 'fr-FR'

/** Whether a string is a language of the Studio. */
export const isStudioLocale = (id: unknown): id is StudioLocale =>
  studioLocales.some((locale) => locale.id === id)
