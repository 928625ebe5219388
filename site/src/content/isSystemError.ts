/** Whether a failure is the machine's, and no content is to blame: a disk that is full, a database that is busy. */
export const isSystemError = (error: unknown): boolean =>
  error instanceof Error && ('errno' in error || 'errcode' in error)
