import {defineField, defineType} from '@sanity/types'

/** An image with what it shows, for those who cannot see it, and whose it is. */
export const picture = defineType({
  name: 'picture',
  title: 'Image',
  type: 'image',
  options: {hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif,image/gif'},
  fields: [
    defineField({
      name: 'alt',
      title: 'What the image shows',
      type: 'internationalizedArrayString',
      description: 'Read aloud to those who cannot see it. Leave empty only for pure decoration.',
    }),
    defineField({name: 'caption', title: 'Caption', type: 'internationalizedArrayString'}),
    defineField({
      name: 'credit',
      title: 'Credit',
      type: 'string',
      description: 'Who made it, and the licence.',
    }),
  ],
})
