import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {linkSchemes} from '../linkSchemes.ts'

/** Running text: paragraphs, two levels of headings, lists, quotations, links, images. */
export const richText = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Heading', value: 'h2'},
        {title: 'Subheading', value: 'h3'},
        {title: 'Quotation', value: 'blockquote'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [
          {
            name: 'link',
            title: 'Link',
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: 'Address',
                type: 'url',
                validation: (rule) =>
                  rule
                    .required()
                    .uri({scheme: [...linkSchemes]})
                    .error('Write a whole address that starts with https://, mailto: or tel:.'),
              }),
            ],
          },
          {
            name: 'internalLink',
            title: 'Link to a page of this site',
            type: 'object',
            fields: [
              defineField({
                name: 'reference',
                title: 'Page',
                type: 'reference',
                to: [
                  {type: 'meeting'},
                  {type: 'partner'},
                  {type: 'policy'},
                  {type: 'thirdPlaceType'},
                ],
                validation: (rule) => rule.required().error('Choose the page.'),
              }),
            ],
          },
        ],
      },
    }),
    defineArrayMember({type: 'picture'}),
  ],
})
