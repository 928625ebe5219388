/** As much of a release's id as people read. */
export const shortId = (id: string) => id.slice(0, 12)
