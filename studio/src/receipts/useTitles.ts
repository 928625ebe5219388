import {useEffect, useState} from 'react'
import {combineLatest, map, of} from 'rxjs'
import {useDocumentPreviewStore, useSchema} from 'sanity'

interface Document {
  document: string
  documentType: string
}

/** The titles of published documents by id, as lists show them; documents that are gone have none. */
export function useTitles(documents: readonly Document[]): ReadonlyMap<string, string> {
  const store = useDocumentPreviewStore()
  const schema = useSchema()
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const wanted = [
    ...new Set(documents.map(({document, documentType}) => `${documentType} ${document}`)),
  ]
  const key = wanted.toSorted().join('\n')

  useEffect(() => {
    const observed = key.split('\n').map((line) => {
      const [type = '', id = ''] = line.split(' ')
      const schemaType = schema.get(type)
      if (!schemaType) return of([id, ''] as const)
      return store
        .observeForPreview({_type: type, _id: id}, schemaType, {perspective: ['drafts']})
        .pipe(map(({snapshot}) => [id, textOf(snapshot?.title)] as const))
    })
    const subscription = combineLatest(observed).subscribe((pairs) =>
      setTitles(new Map(pairs.filter(([, title]) => title !== ''))),
    )
    return () => subscription.unsubscribe()
  }, [key, schema, store])

  return titles
}

const textOf = (title: unknown) => (typeof title === 'string' ? title : '')
