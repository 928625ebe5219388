/** `POST /v…/auth/logout` — answers 204: without logins there is no session to end. */
export const logout = () => undefined
