/** The address that visitors have for a file or a directory of the site. */
export const addressOf = (path: string) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`
