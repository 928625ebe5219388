import {pictureInput} from '../inputs/PictureInput.tsx'
import {RichTextInput} from '../inputs/RichTextInput.tsx'
import type {Translate} from '../language/translator.ts'

interface Type {
  name: string
  of?: unknown
}

/** Rich text and pictures with our editors, and a name for paragraphs that officers read; other types are given back as they are. */
export function withEditor<Any extends Type>(type: Any, t: Translate): Any {
  if (type.name === 'picture') return {...type, components: {input: pictureInput(t)}}
  if (type.name !== 'richText' || !Array.isArray(type.of)) return type
  const of = type.of.map((member: unknown) =>
    typeof member === 'object' && member !== null && 'type' in member && member.type === 'block'
      ? {...member, title: t('Paragraph')}
      : member,
  )
  return {...type, of, components: {input: RichTextInput}}
}
