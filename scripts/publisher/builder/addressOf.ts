/** The address visitors have for a file of the site: `/fr/reunions/` for `fr/reunions/index.html`. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`
