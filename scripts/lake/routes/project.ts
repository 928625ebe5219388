import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/projects/:project` — the one project this lake is. */
export function project({settings, people, identity}: LakeRequest) {
  return {
    id: settings.projectId,
    displayName: 'Embedded lake',
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    members: people.all().map(({id}) => ({
      id,
      role: 'administrator',
      roles: [{name: 'administrator', title: 'Administrator'}],
      isCurrentUser: id === identity.id,
      isRobot: false,
    })),
  }
}
