import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {TranslateIcon} from '@sanity/icons/Translate'
import {useLanguageFilterStudioContext} from '@sanity/language-filter'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuDivider, MenuItem} from '@sanity/ui/menu'

import type {Translate} from './translator.ts'

/** Which languages a form shows, chosen above it, in the officer's own language: the plugin's menu speaks English alone. */
export function languageMenu(t: Translate) {
  return function LanguageMenu() {
    const {options, selectedLanguageIds, setSelectedLanguageIds} = useLanguageFilterStudioContext()
    const {supportedLanguages, defaultLanguages} = options
    const choose = (ids: readonly string[]) =>
      setSelectedLanguageIds([...new Set([...defaultLanguages, ...ids])])

    const items = supportedLanguages.map(({id, title}) => {
      const selected = selectedLanguageIds.includes(id)
      return (
        <MenuItem
          key={id}
          text={title}
          pressed={selected}
          disabled={defaultLanguages.includes(id)}
          iconRight={selected ? CheckmarkIcon : undefined}
          onClick={() =>
            choose(
              selected
                ? selectedLanguageIds.filter((other) => other !== id)
                : [...selectedLanguageIds, id],
            )
          }
        />
      )
    })

    return (
      <MenuButton
        id="language-menu"
        button={
          <Button
            data-testid="language-menu"
            mode="bleed"
            icon={TranslateIcon}
            text={`${t('Languages')} ${selectedLanguageIds.length}/${supportedLanguages.length}`}
          />
        }
        menu={
          <Menu>
            {items}
            <MenuDivider />
            <MenuItem
              text={t('All languages')}
              onClick={() => choose(supportedLanguages.map(({id}) => id))}
            />
            <MenuItem text={t('Fewer languages')} onClick={() => choose([])} />
          </Menu>
        }
        popover={{portal: true}}
      />
    )
  }
}
