import {z} from 'zod'

const id = z.string().regex(/^[0-9a-f]{64}$/)
const request = z.object({root: z.string().min(1), release: id})
const result = z.object({release: id})

/** What the process is told: the folder of releases, and the release that went live. Throws when it is anything else. */
export const parseRequest = (message: unknown) => request.parse(message)

/** What it answers: the release with everything that was made. Throws when it is anything else. */
export const parseResult = (message: unknown) => result.parse(message)
