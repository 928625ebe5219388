import type {DocumentActionComponent} from 'sanity'

/** Duplicate as the Studio has it, without what belongs to one page alone: where it stood before, and its moments. */
export function duplicateAfresh(useDuplicate: DocumentActionComponent) {
  const useDuplicateAfresh: DocumentActionComponent = (props) => {
    const duplicateProps = {...props, mapDocument: withoutOwnHistory}
    return useDuplicate(duplicateProps)
  }
  return useDuplicateAfresh
}

const withoutOwnHistory = <Document extends object>(document: Document) => ({
  ...document,
  formerSlugs: undefined,
  publishAt: undefined,
  unpublishAt: undefined,
})
