/** The address of a link that writes to somebody; no part of it can become a header. */
export const mailto = (email: string): string =>
  `mailto:${encodeURIComponent(email).replace(/%40|%2B/g, decodeURIComponent)}`
