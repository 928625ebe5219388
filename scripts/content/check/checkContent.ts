import type {Finding} from '@coworkmed/schemas/parse/finding'
import {parseDocument} from '@coworkmed/schemas/parse/parseDocument'

import type {ContentDocument} from '../contentDocument.ts'
import {assetToUpload} from '../contentFile/parseLine.ts'
import {createAddressCheck} from './createAddressCheck.ts'
import {createReferenceCheck} from './createReferenceCheck.ts'
import type {FindHeldBack, HeldBackDocument} from './heldBackDocument.ts'
import {newlyHeldBack} from './newlyHeldBack.ts'

/** What the site would leave out of documents, and which of them would be held back. */
export interface CheckedContent {
  /** How many documents of types of ours were checked. */
  count: number
  findings: Finding[]
  heldBack: HeldBackDocument[]
}

interface CheckOptions {
  /** What to check, as it is written. Drafts and versions are passed over. */
  documents: AsyncIterable<ContentDocument> | Iterable<ContentDocument>
  /** What is published beside them, by id: they may refer to it, it has its addresses, and they take the place of their like. */
  published?: ReadonlyMap<string, ContentDocument>
  findHeldBack: FindHeldBack
}

/** Checks documents as the site would take them. */
export async function checkContent(options: CheckOptions): Promise<CheckedContent> {
  const {documents, published = new Map<string, ContentDocument>(), findHeldBack} = options
  const references = createReferenceCheck()
  const addresses = createAddressCheck()
  const checked = new Map<string, ContentDocument>()
  const findings: Finding[] = []

  references.addTarget(assetToUpload)
  for await (const document of documents) if (!isUnpublished(document)) check(document)
  for (const [id, document] of published) if (!checked.has(id)) addBeside(document)
  return {
    count: checked.size,
    findings: [...findings, ...references.findings(), ...addresses.findings()],
    heldBack: await newlyHeldBack(checked, published, findHeldBack),
  }

  function check(document: ContentDocument) {
    references.addTarget(document)
    const parsed = parseDocument({_createdAt: LATER, ...document})
    if (!parsed) return
    checked.set(document._id, document)
    for (const finding of parsed.findings) findings.push(finding)
    references.addReferences(document._id, parsed.document)
    addresses.add(document._id, parsed.document, true)
  }

  function addBeside(document: ContentDocument) {
    references.addTarget(document)
    const parsed = parseDocument(document)
    if (parsed) addresses.add(document._id, parsed.document, false)
  }
}

/** When a document of a file that does not say is made: on import, after all that are there. */
const LATER = '9999-12-31T00:00:00Z'

const isUnpublished = ({_id}: ContentDocument) => /^(drafts|versions)\./.test(_id)
