import type {
  AccessibilityStatement,
  Fund,
  internalGroqTypeReferenceTo,
  Meeting,
  Partner,
  Policy,
  Project,
  Region,
  SanityImageAsset,
  SiteSettings,
  Source,
  ThirdPlaceType,
  Tombstone,
  TypologyScheme,
} from '@coworkmed/schemas/content.generated'

/** A document that was parsed: any field of its own may be absent, those of Sanity never are. */
type Parsed<Document> = {
  [Field in keyof Document as Field extends `_${string}` ? never : Field]?: Document[Field]
} & Pick<Document, Extract<keyof Document, `_${string}`>>

/** Every document the site reads, by the name of its type. */
export interface DocumentsByType {
  accessibilityStatement: Parsed<AccessibilityStatement>
  fund: Parsed<Fund>
  meeting: Meeting
  partner: Partner
  policy: Policy
  project: Project
  region: Parsed<Region>
  'sanity.imageAsset': Parsed<SanityImageAsset>
  siteSettings: SiteSettings
  source: Parsed<Source>
  thirdPlaceType: ThirdPlaceType
  tombstone: Tombstone
  typologyScheme: TypologyScheme
}

export type DocumentType = keyof DocumentsByType
export type SiteDocument = DocumentsByType[DocumentType]

/** A reference as content holds it; the type of what it points to is known to the compiler alone. */
export interface ReferenceTo<Type extends DocumentType> {
  _ref: string
  [internalGroqTypeReferenceTo]?: Type
}

/** Types that have pages of their own: a title and an address in each language. */
export type PageType = 'meeting' | 'partner' | 'policy' | 'thirdPlaceType'
export type PageDocument = DocumentsByType[PageType]
export const pageTypes: readonly PageType[] = ['meeting', 'partner', 'policy', 'thirdPlaceType']

/** What the site asks the content backend for. */
export const documentTypes: readonly DocumentType[] = [
  'accessibilityStatement',
  'fund',
  'meeting',
  'partner',
  'policy',
  'project',
  'region',
  'sanity.imageAsset',
  'siteSettings',
  'source',
  'thirdPlaceType',
  'tombstone',
  'typologyScheme',
]

export const isDocumentType = (name: unknown): name is DocumentType =>
  documentTypes.some((type) => type === name)
