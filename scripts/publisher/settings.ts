import {resolve} from 'node:path'

import {z} from 'zod'

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback)

const environment = z.object({
  HOST: z
    .enum(['127.0.0.1', 'localhost', '::1'], {
      error: 'there are no logins yet: only this machine may connect. Leave HOST unset.',
    })
    .default('127.0.0.1'),
  PUBLISHER_PORT: port(3901),
  SITE_PORT: port(4321),
  LAKE_PORT: port(3900),
  SITE_URL: z.url('is no address. Write it as https://example.org.').optional(),
  DATA_DIR: z.string().min(1, 'names no folder. Leave it unset for .data.').default('.data'),
  SANITY_API_HOST: z.string().optional(),
  SANITY_PROJECT_ID: z.string().default('local'),
  SANITY_DATASET: z.string().default('production'),
  SANITY_API_TOKEN: z.string().optional(),
  WEBHOOK_SECRET: z
    .string()
    .refine((list) => secretsIn(list).every((secret) => secret.length >= 16), {
      error: 'must have at least 16 characters; of two with a comma between them, each.',
    }),
  OPERATOR_TOKEN: z.string().min(16, 'must have at least 16 characters.'),
  SITE_NOW: z.iso
    .datetime({offset: true, error: 'is no moment. Write it as 2026-11-23T12:00:00Z.'})
    .transform((moment) => new Date(moment).toISOString())
    .optional(),
  COMPRESS: z
    .enum(['on', 'off'], {error: 'is on, or off where the web server compresses.'})
    .default('on'),
  CRASH_AT: z.string().optional(),
})

/** Of two secrets with a comma between them both are good, while one takes the other's place. */
const secretsIn = (list: string) => list.split(',').map((secret) => secret.trim())

/** What the publisher is told from outside; every path is absolute. */
export interface Settings {
  host: string
  port: number
  sitePort: number
  siteUrl: string
  dataDirectory: string
  /** A webhook may be signed with any of them. */
  webhookSecrets: readonly string[]
  operatorToken: string
  /** The moment all pages are made for, where it is not the present; ISO 8601. */
  siteNow: string | undefined
  /** Whether compressed copies are made after a release went live. */
  compress: boolean
  /** The point at which this publisher is to die, in tests of what is lost then. */
  crashAt: string | undefined
  sanity: SanitySettings
  /** What the build's process is started with. */
  environment: NodeJS.ProcessEnv
}

/** Where published content is read from; an empty `apiHost` is hosted Sanity. */
interface SanitySettings {
  apiHost: string
  projectId: string
  dataset: string
  token: string | undefined
}

/** Reads the environment. Throws a sentence for each variable that is missing or makes no sense. */
export function parseSettings(source: NodeJS.ProcessEnv): Settings {
  const parsed = environment.safeParse(source)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`)
    throw new Error(`The publisher cannot start. ${problems.join(' ')}`)
  }
  const {data} = parsed
  return {
    host: data.HOST,
    port: data.PUBLISHER_PORT,
    sitePort: data.SITE_PORT,
    siteUrl: data.SITE_URL ?? `http://localhost:${data.SITE_PORT}`,
    dataDirectory: resolve(data.DATA_DIR),
    webhookSecrets: secretsIn(data.WEBHOOK_SECRET),
    operatorToken: data.OPERATOR_TOKEN,
    siteNow: data.SITE_NOW,
    compress: data.COMPRESS === 'on',
    crashAt: data.CRASH_AT,
    environment: source,
    sanity: {
      apiHost: data.SANITY_API_HOST ?? `http://127.0.0.1:${data.LAKE_PORT}`,
      projectId: data.SANITY_PROJECT_ID,
      dataset: data.SANITY_DATASET,
      token: data.SANITY_API_TOKEN,
    },
  }
}
