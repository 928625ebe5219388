import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {openPeriodText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {basinMap} from './basinMap.ts'
import {chronicle, presentMeeting} from './meetings.ts'
import {policyRows} from './policies.ts'
import {theProject} from './project.ts'
import {siteFrame, theSettings} from './siteSettings.ts'
import {takeawayView} from './takeaways.ts'
import {typeRows} from './thirdPlaceTypes.ts'

/** What the home page shows in one language. */
export function homePage(content: Content, locale: Locale) {
  const settings = theSettings(content)
  const project = theProject(content)
  const frame = siteFrame(content, locale)
  const rows = chronicle(content, locale)
  const policies = policyRows(content, locale)
  const present = presentMeeting(content, locale)
  const t = translator(locale)
  const title = frame.title ?? {value: t('site.home'), locale}
  return {
    title: title.value,
    kicker: [frame.programme?.value, openPeriodText(project?.period, t)]
      .filter(Boolean)
      .join(' · '),
    heading: localized(settings?.heading, locale) ?? title,
    introduction: localized(settings?.introduction, locale) ?? localized(project?.summary, locale),
    present,
    map: basinMap(content, locale, present.row?.id ?? ''),
    stops: rows.toReversed(),
    meetings: rows.slice(0, MEETINGS_SHOWN),
    meetingCount: rows.length,
    policies: policies.filter(({amount}) => amount !== undefined).slice(0, POLICIES_SHOWN),
    policyCount: policies.length,
    types: typeRows(content, locale).slice(0, TYPES_SHOWN),
    ...latestTakeaways(content, locale),
  }
}

export type HomeView = ReturnType<typeof homePage>

const MEETINGS_SHOWN = 4
const TAKEAWAYS_SHOWN = 3
const POLICIES_SHOWN = 6
const TYPES_SHOWN = 9

/** The takeaways of the latest meeting that has any. */
function latestTakeaways(content: Content, locale: Locale) {
  for (const row of chronicle(content, locale)) {
    const takeaways = content.get('meeting', {_ref: row.id})?.takeaways ?? []
    if (takeaways.length > 0) {
      const shown = takeaways.slice(0, TAKEAWAYS_SHOWN)
      return {
        takeaways: shown.map((takeaway) => takeawayView(content, takeaway, locale)),
        takeawaysPath: `${row.path}#takeaways`,
      }
    }
  }
  return {takeaways: [], takeawaysPath: undefined}
}
