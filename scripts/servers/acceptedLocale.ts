/**
 * The source of a pattern that finds, in an `Accept-Language` header, the first of these languages that is wanted at all:
 * browsers list the most wanted first. It means the same to PCRE (nginx) and RE2 (Caddy); its one group is `wanted`.
 */
export function acceptedLocale(locales: readonly string[]): string {
  // A site without languages has nobody to send anywhere: a group that matches nothing.
  const known = locales.length > 0 ? locales.join('|') : '[^\\s\\S]'
  return `(?:^|,)\\s*(?P<wanted>${known})(?:-[A-Za-z0-9-]+)?\\s*(?:,|$|;\\s*q=(?:1|0[.][0-9]*[1-9]))`
}
