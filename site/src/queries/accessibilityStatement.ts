import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {countryName} from '#i18n/names.ts'
import {dayText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {theSettings} from './siteSettings.ts'

/**
 * The accessibility statement as its page shows it; `undefined` as long as none is published.
 * @see Implementing Decision (EU) 2018/1523
 */
export function accessibilityPage(content: Content, locale: Locale) {
  const statement = content.get('accessibilityStatement', {_ref: 'accessibilityStatement'})
  if (!statement) return undefined
  const t = translator(locale)
  return {
    compliance: statement.compliance ?? 'notAssessed',
    standard: statement.standard,
    barriers: (statement.barriers ?? []).map(({text, reason, alternative}) => ({
      text: localized(text, locale),
      reason,
      alternative: localized(alternative, locale),
    })),
    method: localized(statement.method, locale),
    preparedOn: dayText(statement.preparedOn, t),
    reviewedOn: dayText(statement.reviewedOn, t),
    email: statement.email ?? theSettings(content)?.email,
    bodies: (statement.enforcementBodies ?? []).map(({country, name, url}) => ({
      country: country && countryName(country, locale),
      name: name ?? url,
      url,
    })),
  }
}
