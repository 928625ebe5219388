/** `GET /v…/auth/providers` — the ways to log in: none, since nobody needs to. */
export const authProviders = () => ({providers: [], thirdPartyLogin: false, sso: {}})
