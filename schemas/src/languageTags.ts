/** Whether a text is the code of a language, known or not, as HTML takes it: `it`, `pt-BR`. @see BCP 47 */
export const isLanguageTag = (code: unknown): code is string => {
  try {
    return typeof code === 'string' && Intl.getCanonicalLocales(code).length > 0
  } catch {
    return false
  }
}
