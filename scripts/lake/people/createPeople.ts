import {existsSync, readFileSync} from 'node:fs'
import {z} from 'zod'

import {unauthorized} from '../errors.ts'
import type {Identity} from './identity.ts'
import {SCHEDULED_PUBLISHING} from './scheduledPublishing.ts'

/** Who may be told apart on this machine. */
export type People = ReturnType<typeof createPeople>

/**
 * Without a token everybody on this machine is the local officer, an administrator. A file of people
 * (`[{token, id, name, email}]`) lets several be told apart; a token that is not in it is refused.
 */
export function createPeople(file: string) {
  const known = existsSync(file) ? parsePeople(readFileSync(file, 'utf8'), file) : []
  const byToken = new Map<string, Identity>([
    [LOCAL_TOKEN, LOCAL_OFFICER],
    ...known.map(({token, ...person}) => [token, person] as const),
  ])
  const all = [...byToken.values()]

  return {
    all: (): readonly Identity[] => all,

    /** Whoever has signed something, or may: a person, or the lake itself. */
    find: (id: string) => [...all, SCHEDULED_PUBLISHING].find((one) => one.id === id),

    /** The identity behind an Authorization header. Throws 401 for a token nobody has. */
    identify(authorization: string | null): Identity {
      if (!authorization) return LOCAL_OFFICER
      const person = byToken.get(authorization.replace(/^Bearer /i, ''))
      if (person) return person
      throw unauthorized(
        'The token is not known to this lake. Send no token, or one that its people.json lists.',
      )
    },
  }
}

/** The local officer by name: the official import and export tools refuse to work without any token. */
const LOCAL_TOKEN = 'local-officer'

const LOCAL_OFFICER: Identity = {
  id: 'local-officer',
  name: 'Local officer',
  email: 'officer@localhost',
}

const peopleSchema = z.array(
  z.strictObject({
    token: z.string().min(16),
    id: z.string().regex(/^[\w-]+$/),
    name: z.string().min(1),
    email: z.string().min(3),
  }),
)

function parsePeople(text: string, file: string) {
  try {
    return peopleSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(
      `${file} must be a JSON list of {token, id, name, email}; a token has at least 16 characters.`,
      {cause: error},
    )
  }
}
