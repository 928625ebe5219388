import {BillIcon} from '@sanity/icons/Bill'
import {BookIcon} from '@sanity/icons/Book'
import {CalendarIcon} from '@sanity/icons/Calendar'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {CogIcon} from '@sanity/icons/Cog'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {ProjectsIcon} from '@sanity/icons/Projects'
import {TagIcon} from '@sanity/icons/Tag'
import {ThListIcon} from '@sanity/icons/ThList'
import {UsersIcon} from '@sanity/icons/Users'
import type {ComponentType} from 'react'

/** The sign of each document type, in lists, menus and references. */
export const typeIcons: Readonly<Record<string, ComponentType>> = {
  meeting: CalendarIcon,
  partner: UsersIcon,
  policy: ClipboardIcon,
  thirdPlaceType: TagIcon,
  typologyScheme: ThListIcon,
  region: EarthGlobeIcon,
  fund: BillIcon,
  project: ProjectsIcon,
  source: BookIcon,
  siteSettings: CogIcon,
  accessibilityStatement: EyeOpenIcon,
}
