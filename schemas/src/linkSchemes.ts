/** Schemes a link may have; anything else is shown as plain text. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'] as const
