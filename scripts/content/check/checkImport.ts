import {contentClient, type ContentBackend} from '../contentBackend.ts'
import type {ContentDocument} from '../contentDocument.ts'
import type {ImportMode} from '../importContent.ts'
import {readContent} from '../readContent.ts'
import type {CheckedContent} from './checkContent.ts'
import {checkContent} from './checkContent.ts'
import type {FindHeldBack} from './heldBackDocument.ts'
import {publishedDocuments} from './publishedDocuments.ts'

/** Checks what an import of `path` would bring into a dataset, beside what is published there. */
export async function checkImport(
  backend: ContentBackend,
  path: string,
  mode: ImportMode,
  findHeldBack: FindHeldBack,
): Promise<CheckedContent> {
  const published = new Map<string, ContentDocument>()
  for await (const document of publishedDocuments(contentClient(backend)))
    published.set(document._id, document)
  const stays = (id: string) => mode === 'createIfNotExists' && published.has(id)
  return checkContent({documents: without(readContent(path), stays), published, findHeldBack})
}

async function* without(documents: AsyncIterable<ContentDocument>, stays: (id: string) => boolean) {
  for await (const document of documents) if (!stays(document._id)) yield document
}
