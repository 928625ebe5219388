/** For programs of their own; that of the lake's tests needs Vitest around it. */
export const silentLog = {info: () => {}, warn: () => {}, error: () => {}}
