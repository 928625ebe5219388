import {notFound} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/users/:ids` — the names behind the authors of history: one object, or a list for several ids. */
export function users({people, identity, params}: LakeRequest) {
  const ids = (params['ids'] ?? '').split(',')
  const found = ids.map((id) => {
    const person = people.find(id)
    return person
      ? {
          id,
          displayName: person.name,
          givenName: person.name,
          familyName: '',
          email: person.email,
          imageUrl: null,
          isCurrentUser: id === identity.id,
        }
      : null
  })
  if (ids.length > 1) return found
  if (found[0]) return found[0]
  throw notFound(`User "${ids[0]}" not found.`)
}
