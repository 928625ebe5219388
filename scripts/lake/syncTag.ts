/**
 * The tag that goes with every query of a dataset and with every change to it: a live client fetches again
 * when it sees a tag it knows. One for all means some fetches too many, never one too few.
 * @see https://www.sanity.io/docs/content-lake/live-content-api
 */
export const syncTag = (dataset: string) => `s1:${dataset}`
