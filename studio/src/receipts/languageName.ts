/** What a language is called in the officer's own: `French`, `français`. */
export const languageName = (locale: string, language: string): string =>
  new Intl.DisplayNames(locale, {type: 'language'}).of(language) ?? language
