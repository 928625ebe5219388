import {z} from 'zod'

const lastReceipt = z.union([
  z.object({
    outcome: z.enum(['live', 'waiting']),
    at: z.string(),
    release: z.string(),
    ms: z.number(),
  }),
  z.object({outcome: z.literal('refused'), at: z.string(), reason: z.string()}),
])

/** What `GET /status` answers. */
export const statusAnswer = z.object({
  release: z.object({id: z.string(), at: z.string(), pages: z.number()}).nullable(),
  pinned: z.boolean(),
  pending: z.number(),
  building: z.boolean(),
  lastReceipt: lastReceipt.nullable(),
  lastSuccessAt: z.string().nullable(),
  problem: z.object({sentence: z.string()}).nullable(),
  nextChangeAt: z.string().nullable(),
  heldBack: z.array(
    z.object({
      document: z.string(),
      shown: z.string().nullable(),
      since: z.string(),
      refusal: z.object({
        message: z.string(),
        field: z.string().nullable(),
        language: z.string().nullable(),
      }),
    }),
  ),
})

const receipt = z.object({
  document: z.string(),
  language: z.string(),
  publishedAt: z.string(),
  outcome: z.enum(['live', 'refused', 'waiting', 'heldBack']),
  liveAt: z.string().nullable(),
  address: z.string().nullable(),
  changed: z.number(),
  refusal: z
    .object({
      message: z.string(),
      document: z.string().nullable(),
      field: z.string().nullable(),
      language: z.string().nullable(),
    })
    .nullable(),
})

/** What `GET /receipts` answers. */
export const receiptsAnswer = z.object({receipts: z.array(receipt)})

/** What the commands that change something answer. */
export const releaseAnswer = z.object({release: z.string().nullable()})

export type StatusAnswer = z.infer<typeof statusAnswer>
export type ReceiptAnswer = z.infer<typeof receipt>
