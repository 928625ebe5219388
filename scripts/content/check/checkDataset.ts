import {contentClient, type ContentBackend} from '../contentBackend.ts'
import type {CheckedContent} from './checkContent.ts'
import {checkContent} from './checkContent.ts'
import type {FindHeldBack} from './heldBackDocument.ts'
import {publishedDocuments} from './publishedDocuments.ts'

/** Checks what is published in a dataset. */
export const checkDataset = (
  backend: ContentBackend,
  findHeldBack: FindHeldBack,
): Promise<CheckedContent> =>
  checkContent({documents: publishedDocuments(contentClient(backend)), findHeldBack})
