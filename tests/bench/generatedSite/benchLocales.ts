import type {LocaleDefinition} from '@coworkmed/schemas/locales'
import {locales} from '@coworkmed/schemas/locales'

/** The language that the copy of the project gets beside its own seven. */
export const eighthLocale: LocaleDefinition = {
  id: 'pt',
  name: 'português',
  direction: 'ltr',
  intl: 'pt-PT',
  fallback: ['es', 'en', 'fr'],
  paths: {
    meetings: 'reunioes',
    partners: 'parceiros',
    policies: 'politicas',
    typology: 'tipologia',
    about: 'projeto',
    legal: 'aviso-legal',
    accessibility: 'acessibilidade',
  },
}

/** The eight languages of a generated site. */
export const benchLocales: readonly LocaleDefinition[] = [...locales, eighthLocale]
