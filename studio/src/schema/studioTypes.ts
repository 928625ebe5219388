import {schemaTypes} from '@coworkmed/schemas'
import type {SchemaTypeDefinition} from 'sanity'

import {withAdvice} from '../advice/withAdvice.ts'
import type {Translate} from '../language/translator.ts'
import {translateTypes} from './translateTypes.ts'
import {typeIcons} from './typeIcons.ts'
import {withEditor} from './withEditor.ts'
import {withReadableChoices} from './withReadableChoices.ts'

/** The content model as the Studio shows it: in the officer's language, with the sign of each type and what the site leaves out. */
export function studioTypes(t: Translate) {
  return translateTypes(schemaTypes, t).map((type) => {
    const icon = typeIcons[type.name]
    const readable = withAdvice(withReadableChoices<SchemaTypeDefinition>(withEditor(type, t)), t)
    return icon ? {...readable, icon} : readable
  })
}
