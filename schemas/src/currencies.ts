/** Whether a code is a currency of ISO 4217, those that are no longer in use included: `EUR`, `HRK`. */
export const isCurrency = (code: unknown): boolean =>
  typeof code === 'string' &&
  /^[A-Z]{3}$/.test(code) &&
  code !== 'XXX' &&
  names.of(code) !== undefined

const names = new Intl.DisplayNames('en', {type: 'currency', fallback: 'none'})
