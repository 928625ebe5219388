import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/users/me/keyvalue/:keys` — the caller's Studio settings of these names; unknown ones are left out. */
export const readKeyValues = ({store, identity, params}: LakeRequest) =>
  (params['keys'] ?? '')
    .split(',')
    .map((key) => store.readKeyValue(identity.id, key))
    .filter((keyValue) => keyValue !== null)
