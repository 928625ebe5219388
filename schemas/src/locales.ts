/** A language of the site and of the content, and everything the code needs to know about it. */
export interface LocaleDefinition {
  /** The language code used in content, addresses and `hreflang` (BCP 47). */
  id: string
  /** The language's name in itself, as the language switch shows it. */
  name: string
  direction: 'ltr' | 'rtl'
  /** The tag given to `Intl`; with a region where the bare code gives foreign habits. */
  intl: string
  /** The first day of a month, where the language writes an ordinal: `Intl` does not know. */
  firstOfMonth?: string
  /** What to borrow when a text is missing, nearest first; the document's own source language comes after these. */
  fallback: readonly string[]
  /** The path word of each section, as it stands in addresses. */
  paths: {
    meetings: string
    partners: string
    policies: string
    typology: string
    about: string
    legal: string
    accessibility: string
  }
}

/**
 * The languages, in the order of their native names (EU Interinstitutional Style Guide 7.2.1; Catalan by its name).
 * Adding a language is one entry here and one messages file; nothing else in the repository lists languages.
 */
export const locales = [
  {
    id: 'ca',
    name: 'català',
    direction: 'ltr',
    intl: 'ca',
    fallback: ['es', 'fr', 'en'],
    paths: {
      meetings: 'reunions',
      partners: 'socis',
      policies: 'politiques',
      typology: 'tipologia',
      about: 'projecte',
      legal: 'avis-legal',
      accessibility: 'accessibilitat',
    },
  },
  {
    id: 'es',
    name: 'español',
    direction: 'ltr',
    intl: 'es',
    fallback: ['en', 'fr'],
    paths: {
      meetings: 'reuniones',
      partners: 'socios',
      policies: 'politicas',
      typology: 'tipologia',
      about: 'proyecto',
      legal: 'aviso-legal',
      accessibility: 'accesibilidad',
    },
  },
  {
    id: 'el',
    name: 'ελληνικά',
    direction: 'ltr',
    intl: 'el',
    fallback: ['en', 'fr'],
    paths: {
      meetings: 'synantiseis',
      partners: 'etairoi',
      policies: 'politikes',
      typology: 'typologia',
      about: 'ergo',
      legal: 'nomiki-simeiosi',
      accessibility: 'prosvasimotita',
    },
  },
  {
    id: 'en',
    name: 'English',
    direction: 'ltr',
    intl: 'en-GB',
    fallback: ['fr'],
    paths: {
      meetings: 'meetings',
      partners: 'partners',
      policies: 'policies',
      typology: 'typology',
      about: 'about',
      legal: 'legal',
      accessibility: 'accessibility',
    },
  },
  {
    id: 'fr',
    name: 'français',
    direction: 'ltr',
    intl: 'fr',
    firstOfMonth: '1er',
    fallback: ['en'],
    paths: {
      meetings: 'reunions',
      partners: 'partenaires',
      policies: 'politiques',
      typology: 'typologie',
      about: 'projet',
      legal: 'mentions-legales',
      accessibility: 'accessibilite',
    },
  },
  {
    id: 'hr',
    name: 'hrvatski',
    direction: 'ltr',
    intl: 'hr',
    fallback: ['en', 'fr'],
    paths: {
      meetings: 'sastanci',
      partners: 'partneri',
      policies: 'politike',
      typology: 'tipologija',
      about: 'projekt',
      legal: 'pravne-napomene',
      accessibility: 'pristupacnost',
    },
  },
  {
    id: 'it',
    name: 'italiano',
    direction: 'ltr',
    intl: 'it',
    firstOfMonth: '1º',
    fallback: ['en', 'fr'],
    paths: {
      meetings: 'riunioni',
      partners: 'partner',
      policies: 'politiche',
      typology: 'tipologia',
      about: 'progetto',
      legal: 'note-legali',
      accessibility: 'accessibilita',
    },
  },
] as const satisfies readonly LocaleDefinition[]

/** The code of a language the project publishes in. */
export type Locale = (typeof locales)[number]['id']

/** A section of the site that has its own word in addresses. */
export type Section = keyof LocaleDefinition['paths']

/** The language the project writes in first, and the default of a new document. */
export const sourceLocale: Locale = 'fr'

const definitions = new Map<unknown, LocaleDefinition>(locales.map((locale) => [locale.id, locale]))

/** The codes alone, in the order of `locales`. */
export const localeIds: readonly Locale[] = locales.map((locale) => locale.id)

/** Whether a string is the code of one of our languages. */
export const isLocale = (id: unknown): id is Locale => definitions.has(id)

/** The definition of a language, with the wide type that generic code wants. */
export function localeDefinition(id: Locale): LocaleDefinition {
  const found = definitions.get(id)
  if (!found) throw new Error(`There is no language "${id}". Languages are listed in locales.ts.`)
  return found
}
