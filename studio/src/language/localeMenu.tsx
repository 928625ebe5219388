import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {Box, Button, Card, Flex} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import type {NavbarProps} from 'sanity'

import {preferLocale} from './preferredLocale.ts'
import type {StudioLocale} from './studioLocales.ts'
import {studioLocales} from './studioLocales.ts'
import type {Translate} from './translator.ts'

/**
 * The Studio's top bar with a menu of its languages at the end: this version of the Studio has none. Choosing one
 * starts the Studio again, for our own words are fixed then; nothing is lost, every edit is saved as it is made.
 */
export function localeMenu(projectId: string, current: StudioLocale, t: Translate) {
  const choose = (locale: StudioLocale) => {
    preferLocale(projectId, locale)
    window.location.reload()
  }
  const items = studioLocales.map(({id, name}) => (
    <MenuItem
      key={id}
      text={name}
      lang={id}
      pressed={id === current}
      iconRight={id === current ? CheckmarkIcon : undefined}
      onClick={() => choose(id)}
    />
  ))
  const button = (
    <Button
      data-testid="locale-menu"
      mode="bleed"
      icon={EarthGlobeIcon}
      aria-label={t('Language of the Studio')}
      title={t('Language of the Studio')}
    />
  )

  return function NavbarWithLocaleMenu(props: NavbarProps) {
    return (
      <Flex>
        <Box flex={1} style={{minWidth: 0}}>
          {props.renderDefault(props)}
        </Box>
        <Card borderBottom paddingRight={2}>
          <Flex align="center" height="fill">
            <MenuButton
              id="locale-menu"
              button={button}
              menu={<Menu>{items}</Menu>}
              popover={{portal: true}}
            />
          </Flex>
        </Card>
      </Flex>
    )
  }
}
