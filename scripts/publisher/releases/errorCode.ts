/** The system's name for what went wrong, such as `ENOENT`. */
export const errorCode = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined
