import {z} from 'zod'

import type {LakeRequest} from '../lakeRequest.ts'
import {parseAs} from '../transactions/parseMutations.ts'

/** `PUT /v…/users/me/keyvalue` — keeps the caller's Studio settings. Takes and answers `[{key, value}]`. */
export async function writeKeyValues({store, identity, json}: LakeRequest) {
  const updatedAt = new Date().toISOString()
  const written = parseAs(schema, await json()).map(({key, value}) => ({key, value, updatedAt}))
  for (const keyValue of written) store.writeKeyValue(identity.id, keyValue)
  return written
}

const schema = z.array(z.object({key: z.string().min(1).max(500), value: z.unknown()})).max(100)
