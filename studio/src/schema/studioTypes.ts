import {schemaTypes} from '@coworkmed/schemas'

import {typeIcons} from './typeIcons.ts'

/** The content model as the Studio shows it: with the sign of each type. */
export const studioTypes = schemaTypes.map((type) => {
  const icon = typeIcons[type.name]
  return icon ? {...type, icon} : type
})
