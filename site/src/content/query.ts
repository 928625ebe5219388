import type {Content} from './createContent.ts'

/** A query as it is found again by its name; whoever asks gives the arguments it was asked with before. */
interface KnownQuery {
  compute(content: Content, ...args: string[]): unknown
}

declare global {
  /** Every query by its name. Kept outside the bundle, so that whoever renders can ask one again after a start. */
  var siteQueries: Map<string, KnownQuery> | undefined
}

/**
 * A query that many pages share, or that stands between a page and much content: its answer is kept until something
 * it read changes, and a page that asks it depends on the answer alone. Answers are plain JSON.
 */
export function query<Args extends string[], Answer>(
  name: string,
  compute: (content: Content, ...args: Args) => Answer,
): (content: Content, ...args: Args) => Answer {
  globalThis.siteQueries ??= new Map()
  globalThis.siteQueries.set(name, {compute})
  return (content, ...args) => content.ask(queryKey(name, args), () => compute(content, ...args))
}

const queryKey = (name: string, args: readonly string[]) =>
  `${name}(${JSON.stringify(args).slice(1, -1)})`
