/** Whether a code is one of ISO 3166, as `Intl` knows it: `GR`, not `EL`. */
export function isCountry(code: unknown): boolean {
  if (typeof code !== 'string' || !/^[A-Z]{2}$/.test(code) || NO_COUNTRIES.has(code)) return false
  return names.of(code) !== undefined
}

/** A validation of fields that may be empty. */
export const isCountryOrEmpty = (code: unknown): true | string =>
  !code || isCountry(code) ? true : 'Write the country with two capital letters: GR for Greece.'

const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})

/** Codes that CLDR uses for groups of countries and for tests. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
