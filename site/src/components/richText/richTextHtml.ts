import type {RichText} from '@coworkmed/schemas/content.generated'
import {isBlank} from '@coworkmed/schemas/isBlank'
import type {Locale} from '@coworkmed/schemas/locales'
import {toHTML} from '@portabletext/to-html'

import type {Content} from '#content/createContent.ts'
import {pictureView} from '#pictures/pictureView.ts'
import {internalLink} from './internalLink.ts'
import {link} from './link.ts'
import {picture} from './picture.ts'

/** Running text as HTML: everything escaped, links checked, what is unknown left out. */
export function richTextHtml(content: Content, blocks: RichText, locale: Locale): string {
  return toHTML(blocks.filter(hasContent), {
    onMissingComponent: false,
    components: {
      types: {
        picture: ({value}) => picture(pictureView(content, value, locale), {locale}),
      },
      marks: {
        link: ({value, children}) => link(value?.href, children),
        internalLink: ({value, children}) =>
          internalLink(content, value?.reference, locale, children),
      },
      unknownType: () => '',
      unknownMark: ({children}) => children,
      unknownBlockStyle: ({children = ''}) => `<p>${children}</p>`,
      unknownList: ({children = ''}) => `<ul>${children}</ul>`,
      unknownListItem: ({children = ''}) => `<li>${children}</li>`,
    },
  })
}

/** Whether there is anything in it: editors leave lines in which nobody has written. */
const hasContent = (block: RichText[number]) =>
  block._type !== 'block' || (block.children ?? []).some(({text = ''}) => !isBlank(text))
