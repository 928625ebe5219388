import {useMemo, useState} from 'react'
import type {PortableTextInputProps} from 'sanity'

import type {Styles} from '../schema/foreignStyles.ts'
import {addStyles, foreignStyles, withStyles} from '../schema/foreignStyles.ts'

/**
 * The editor of rich text, also for paragraphs with a style that no form offers, as an import may bring them. Sanity's own throws at
 * such a style, and nobody could mend it; here the paragraph is shown, and its style is among the choices.
 */
export function RichTextInput(props: PortableTextInputProps) {
  const {schemaType, value, renderDefault} = props
  // Kept as long as the form is open: undoing brings a style back before the form knows of it.
  const [known, setKnown] = useState<Styles>({style: [], listItem: [], mark: []})
  const styles = addStyles(known, foreignStyles(schemaType, value))
  if (styles !== known) setKnown(styles)
  const type = useMemo(() => withStyles(schemaType, styles), [schemaType, styles])
  return renderDefault({...props, schemaType: type})
}
