import type {BuilderMessage, Refusal, StepName} from './builder/protocol.ts'

/** What became of the last publish. */
export type LastReceipt =
  | {outcome: 'live' | 'waiting'; at: string; release: string; ms: number; documents: string[]}
  | {outcome: 'refused'; at: string; reason: string; refusal: Refusal}

/** What is told while it happens. */
export type PublisherEvent =
  | {type: 'step'; data: {step: string; done?: number; of?: number}}
  | {type: 'live' | 'waiting' | 'refused'; data: LastReceipt}

/** Knows what the publisher is doing and how the last publish ended, and tells it to who listens. */
export function createProgress() {
  const listeners = new Set<(event: PublisherEvent) => void>()
  let isBuilding = false
  let hasToldProgress = false
  let last: LastReceipt | undefined
  let nextChangeAt: string | null = null
  let step: StepName = 'snapshot'
  let lastSuccessAt: string | null = null
  let failingSince: string | null = null
  let activeAt = performance.now()

  function note({outcome, at}: LastReceipt) {
    activeAt = performance.now()
    isBuilding = false
    if (outcome === 'refused') failingSince ??= at
    else {
      lastSuccessAt = at
      failingSince = null
    }
  }

  function tell(event: PublisherEvent) {
    for (const listener of listeners) listener(event)
  }

  function end(receipt: LastReceipt) {
    note(receipt)
    last = receipt
    tell({type: receipt.outcome, data: receipt})
  }

  return {
    /** Hears every event until the function it returns is called. */
    listen(listener: (event: PublisherEvent) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    begin() {
      isBuilding = true
      hasToldProgress = false
      step = 'snapshot'
    },
    hear(message: BuilderMessage) {
      if (message.type !== 'step') return
      step = message.step
      const {type, ...data} = message
      hasToldProgress ||= data.done !== undefined
      tell({type, data})
    },
    /** A publish has ended. */
    end,
    /** There was nothing to publish. Nobody is told, unless it was not known before. */
    endAsBefore(receipt: LastReceipt) {
      note(receipt)
      if (last?.outcome !== receipt.outcome) end(receipt)
      else if (hasToldProgress) tell({type: 'step', data: {step: 'snapshot'}}) // whoever counts pages begins anew
    },
    expectChange: (at: string | null) => void (nextChangeAt = at),
    isBuilding: () => isBuilding,
    /** The step the builder is at, or was at last. */
    step: () => step,
    last: () => last,
    /** When the site was last brought up to the content, or found to be; since when it could not be. ISO 8601. */
    lastSuccessAt: () => lastSuccessAt,
    failingSince: () => failingSince,
    /** For how long no publish has come to any end. Time that the machine sleeps does not count. */
    msWithoutEnd: () => performance.now() - activeAt,
    nextChangeAt: () => nextChangeAt,
  }
}

export type Progress = ReturnType<typeof createProgress>
