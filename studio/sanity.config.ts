import {esESLocale} from '@sanity/locale-es-es'
import {frFRLocale} from '@sanity/locale-fr-fr'
import {itITLocale} from '@sanity/locale-it-it'
import {visionTool} from '@sanity/vision'
import {defineConfig, isDev} from 'sanity'
import {structureTool} from 'sanity/structure'

import './src/page/fonts.css'
import {officerActions} from './src/actions/officerActions.ts'
import {backend} from './src/backend.ts'
import {scheduleBadges} from './src/badges/scheduleBadges.ts'
import {Mark} from './src/brand/Mark.tsx'
import {lakeConnection} from './src/lake/lakeConnection.ts'
import {frameWords} from './src/language/frameWords.ts'
import {languageMenu} from './src/language/languageMenu.tsx'
import {localeMenu} from './src/language/localeMenu.tsx'
import {localizedFields} from './src/language/localizedFields.ts'
import {messages} from './src/language/messages/messages.ts'
import {momentIn} from './src/language/momentIn.ts'
import {preferredLocale} from './src/language/preferredLocale.ts'
import {startWithFewLanguages} from './src/language/startWithFewLanguages.ts'
import {translator} from './src/language/translator.ts'
import {receipts} from './src/receipts/receipts.ts'
import {createSay} from './src/receipts/say.ts'
import {readBackendSettings} from './src/readBackendSettings.ts'
import {studioTypes} from './src/schema/studioTypes.ts'
import {OpensOnMeetings} from './src/structure/OpensOnMeetings.tsx'
import {withoutOwnDocuments} from './src/structure/singletons.ts'
import {structure} from './src/structure/structure.ts'

const {projectId, dataset, lakeUrl} = backend(readBackendSettings())
const locale = preferredLocale(projectId)
startWithFewLanguages(locale.slice(0, 2))
if (typeof document !== 'undefined') document.documentElement.lang = locale
const t = translator(locale, messages)
const sayMoment = momentIn(locale)
const LanguageMenu = languageMenu(t)

export default defineConfig({
  name: 'default',
  title: 'COWORKMed',
  icon: Mark,
  projectId,
  dataset,
  ...(lakeUrl ? lakeConnection(lakeUrl) : {}),
  plugins: [
    structureTool({title: t('Content'), structure: structure(t)}),
    receipts(createSay(t, locale)),
    localizedFields(t),
    esESLocale(),
    itITLocale(),
    frFRLocale(),
    ...(isDev ? [visionTool()] : []),
  ],
  i18n: {bundles: (bundles) => [...bundles, ...frameWords]},
  schema: {types: studioTypes(t)},
  document: {
    actions: officerActions({t, sayMoment, publishesByItself: lakeUrl !== undefined}),
    badges: scheduleBadges(t, sayMoment),
    newDocumentOptions: withoutOwnDocuments,
    unstable_languageFilter: (menus) => (menus.length > 0 ? [LanguageMenu] : menus),
    comments: {enabled: false},
  },
  studio: {
    components: {navbar: localeMenu(projectId, locale, t), activeToolLayout: OpensOnMeetings},
  },
})
