import {useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'

import {fieldTitle} from './fieldsOf.ts'
import type {Refusal} from './parseRefusal.ts'
import {useSay} from './SayContext.ts'
import {quoted} from './whatChanged.ts'

interface MendLinkProps {
  refusal: Pick<Refusal, 'document' | 'field' | 'language'>
  /** The document that was published, where the refusal names no other. */
  document: string
  /** Its type; another document's type is not known here, and the Studio finds it. */
  documentType: string
}

/** Leads to where a refusal, or a finding, can be mended: the field it names, else the document. Where nobody can mend it, it says so. */
export function MendLink({refusal, document, documentType}: MendLinkProps) {
  const say = useSay()
  const type = useSchema().get(documentType)
  const {document: id, field, language} = refusal
  if (id === null) return <>{say('The publisher tries again by itself.')}</>
  const params = {
    id,
    ...(id === document ? {type: documentType} : {}),
    ...(field === null ? {} : {path: field}),
  }
  return (
    <IntentLink intent="edit" params={params}>
      {field === null
        ? say('Open the document')
        : say('Go to the field {field}', {field: quoted(say, fieldTitle(type, field), language)})}
    </IntentLink>
  )
}
