/** A log that keeps nothing. */
export const silentLog = {info: () => {}, warn: () => {}, error: () => {}}
