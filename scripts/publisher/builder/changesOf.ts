import type {Cause, Renderer} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
import {cameOrWent} from './affectedPages.ts'
import type {KeptPage} from './keptPages.ts'
import type {RenderedFile} from './renderPages.ts'

/** A file as it is now, or gone, and why. */
export interface FileChange extends Omit<KeptPage, 'hash'> {
  hash: string | null
  /** Whether the release before had a file there. */
  wasThere: boolean
  because: readonly Cause[]
}

interface ChangesOptions {
  renderer: Renderer
  /** The files of the release before. */
  kept: ReadonlyMap<string, KeptPage>
  affected: readonly AffectedPage[]
  rendered: readonly RenderedFile[]
  /** Files that come with the code: path → hash. */
  plain: ReadonlyMap<string, string>
  /** Pictures that were made now: path → hash. */
  pictures: ReadonlyMap<string, string>
  /** Whether the site has other addresses than the release before, or another code. */
  isOtherSite: boolean
}

/** What differs from the release before, in bytes or in what was read. */
export function changesOf(options: ChangesOptions): FileChange[] {
  const {kept: before, plain, pictures} = options
  const changes = [...renderedChanges(options)]
  for (const [path, hash] of plain) {
    const wasThere = before.has(path)
    if (before.get(path)?.hash !== hash)
      changes.push({...fileAlone(path, hash), wasThere, because: [cameOrWent('code')]})
  }
  for (const [path, hash] of pictures) {
    const because = [...(reasonOf(changes, path) ?? [])]
    changes.push({...fileAlone(path, hash), wasThere: before.has(path), because})
  }
  if (!options.isOtherSite && !changes.some((change) => hasLessPictures(change, before)))
    return changes
  for (const gone of goneFiles(options, changes)) {
    const because = [cameOrWent(gone.document ?? 'code')]
    changes.push({...gone, hash: null, wasThere: true, because})
  }
  return changes
}

/** Makes the files of the release before those of the next one. */
export function applyChanges(kept: Map<string, KeptPage>, changes: readonly FileChange[]): void {
  for (const {because: _, wasThere: __, hash, ...file} of changes) {
    if (hash === null) kept.delete(file.path)
    else kept.set(file.path, {...file, hash})
  }
}

const hasLessPictures = ({path, pictures}: FileChange, before: ReadonlyMap<string, KeptPage>) =>
  before.get(path)?.pictures.some((picture) => !pictures.includes(picture)) ?? false

function* renderedChanges({kept, affected, rendered}: ChangesOptions): Generator<FileChange> {
  const wanted = new Map(affected.map((each) => [each.page.file, each]))
  for (const {path, hash, reads, checkedIn, contentRevision, pictures} of rendered) {
    const {page, because = []} = wanted.get(path) ?? {}
    yield {
      path,
      hash,
      language: page?.locale ?? null,
      document: page?.id ?? null,
      reads,
      checkedIn,
      contentRevision,
      pictures,
      wasThere: kept.has(path),
      because,
    }
  }
}

/** Files of the release before that are no page, no picture of a page and not of the code any more. */
function goneFiles({renderer, plain, kept}: ChangesOptions, changes: readonly FileChange[]) {
  const wanted = new Set([...renderer.pages().map(({file}) => file), ...plain.keys()])
  const after = new Map<string, Pick<KeptPage, 'path' | 'pictures'>>(kept)
  for (const change of changes) after.set(change.path, change)
  for (const {path, pictures} of after.values()) {
    if (wanted.has(path)) for (const picture of pictures) wanted.add(picture)
  }
  return [...kept.values()].filter(({path}) => !wanted.has(path))
}

const reasonOf = (changes: readonly FileChange[], picture: string) =>
  changes.find(({pictures}) => pictures.includes(picture))?.because

const fileAlone = (path: string, hash: string) => ({
  path,
  hash,
  language: null,
  document: null,
  reads: '',
  checkedIn: 0,
  pictures: [],
})
