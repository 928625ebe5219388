import {join} from 'node:path'
import {z} from 'zod'

/** How a lake is set up. Ports are those of the programs that may call it from a browser. */
export interface Settings {
  host: string
  port: number
  dataDir: string
  projectId: string
  dataset: string
  browserPorts: readonly number[]
  publisherPort: number
  webhookSecret: string | undefined
  /** How long the single edits of a draft are kept after it was published, in days. */
  historyDays: number
}

/** Reads the settings from environment variables. Throws a sentence for each that makes no sense. */
export function parseSettings(environment: NodeJS.ProcessEnv): Settings {
  const result = environmentSchema.safeParse(environment)
  if (!result.success) {
    const problems = result.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`)
    throw new Error(problems.join('\n'))
  }
  const {data} = result
  return {
    host: data.HOST,
    port: data.LAKE_PORT,
    dataDir: join(data.DATA_DIR, 'lake'),
    projectId: data.SANITY_PROJECT_ID,
    dataset: data.SANITY_DATASET,
    browserPorts: [data.STUDIO_PORT, data.SITE_PORT, data.PREVIEW_PORT],
    publisherPort: data.PUBLISHER_PORT,
    historyDays: data.HISTORY_DAYS,
    webhookSecret: data.WEBHOOK_SECRET?.split(',')[0]?.trim(), // while one takes the other's place, the first
  }
}

/** What a dataset may be called. */
export const DATASET_NAME = /^[a-z0-9~][a-z0-9_-]{0,63}$/

const port = (fallback: number) =>
  z.coerce
    .number({error: `must be a port number, such as ${fallback}`})
    .int()
    .min(0)
    .max(65_535)
    .default(fallback)

const environmentSchema = z.object({
  HOST: z
    .enum(['127.0.0.1', 'localhost', '::1'], {
      error:
        'the lake listens on this machine only (127.0.0.1, localhost or ::1), because it has no logins yet. ' +
        'Put nothing else in HOST.',
    })
    .default('127.0.0.1'),
  LAKE_PORT: port(3900),
  STUDIO_PORT: port(3333),
  SITE_PORT: port(4321),
  PREVIEW_PORT: port(4322),
  PUBLISHER_PORT: port(3901),
  DATA_DIR: z.string().min(1).default('.data'),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')
    .default('local'),
  SANITY_DATASET: z
    .string()
    .regex(DATASET_NAME, 'must be lower-case letters, digits, _ and -, at most 64')
    .default('production'),
  WEBHOOK_SECRET: z.string().min(1).optional(),
  HISTORY_DAYS: z.coerce
    .number({error: 'must be a number of days, such as 365'})
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .default(365),
})
