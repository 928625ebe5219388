import {z} from 'zod'

const shown = z.object({document: z.string(), files: z.array(z.string())})

const reading = z.object({
  releases: z.string(),
  site: z.string(),
  /** A pattern that every whole file has. */
  whole: z.string(),
  shown: z.array(shown),
})

export type Reading = z.infer<typeof reading>

export const parseReading = (text = ''): Reading => reading.parse(JSON.parse(text))

export const findingsSchema = z.object({
  /** Files read from the disk. */
  reads: z.number(),
  /** Answers of the server of the site. */
  answers: z.number(),
  missing: z.array(z.string()),
  torn: z.array(z.string()),
  /** Documents that said an older number than before. */
  older: z.array(z.string()),
})

/** What a reader saw. */
export type Findings = z.infer<typeof findingsSchema>
