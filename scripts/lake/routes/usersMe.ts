import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/users/me` — who the caller is, as the Studio needs it to open. */
export function usersMe({identity}: LakeRequest) {
  return {
    ...identity,
    provider: 'local',
    role: 'administrator',
    roles: [{name: 'administrator', title: 'Administrator', description: 'May do everything'}],
    profileImage: null,
  }
}
