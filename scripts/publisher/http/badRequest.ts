/** What the caller asked cannot be done as asked; the message says why, for a person. */
export class BadRequest extends Error {
  readonly status: 400 | 404 | 409

  constructor(message: string, status: 400 | 404 | 409 = 400) {
    super(message)
    this.status = status
  }
}
