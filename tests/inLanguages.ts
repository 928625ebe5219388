/** A localized field as the plugin stores it, from `{fr: 'Réunion'}`. */
export const inLanguages = <Value>(values: Record<string, Value>, type = 'String') =>
  Object.entries(values).map(([language, value]) => ({
    _key: language,
    _type: `internationalizedArray${type}Value`,
    language,
    value,
  }))
