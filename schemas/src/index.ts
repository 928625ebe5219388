import {meeting} from './documents/meeting.ts'
import {partner} from './documents/partner.ts'
import {policy} from './documents/policy.ts'
import {thirdPlaceType} from './documents/thirdPlaceType.ts'
import {typologyScheme} from './documents/typologyScheme.ts'
import {region} from './documents/region.ts'
import {fund} from './documents/fund.ts'
import {project} from './documents/project.ts'
import {source} from './documents/source.ts'
import {tombstone} from './documents/tombstone.ts'
import {formerSlug} from './localized/formerSlug.ts'
import {translationState} from './localized/translationState.ts'
import {acknowledgement} from './objects/acknowledgement.ts'
import {alternativeName} from './objects/alternativeName.ts'
import {authority} from './objects/authority.ts'
import {barrier} from './objects/barrier.ts'
import {call} from './objects/call.ts'
import {contributor} from './objects/contributor.ts'
import {definition} from './objects/definition.ts'
import {deliverable} from './objects/deliverable.ts'
import {enforcementBody} from './objects/enforcementBody.ts'
import {figure} from './objects/figure.ts'
import {legalAct} from './objects/legalAct.ts'
import {money} from './objects/money.ts'
import {nutsCode} from './objects/nutsCode.ts'
import {partialDate} from './objects/partialDate.ts'
import {participation} from './objects/participation.ts'
import {period} from './objects/period.ts'
import {picture} from './objects/picture.ts'
import {place} from './objects/place.ts'
import {richText} from './objects/richText.ts'
import {schemeMembership} from './objects/schemeMembership.ts'
import {session} from './objects/session.ts'
import {statement} from './objects/statement.ts'
import {takeaway} from './objects/takeaway.ts'
import {target} from './objects/target.ts'
import {territory} from './objects/territory.ts'
import {webAddress} from './objects/webAddress.ts'
import {meetingState, policyState} from './objects/state.ts'
import {siteSettings} from './singletons/siteSettings.ts'
import {accessibilityStatement} from './singletons/accessibilityStatement.ts'

export {localizedFieldTypes} from './localized/fieldTypes.ts'

/** Documents with a life of their own, in the order the Studio lists them. */
export const documentTypes = [
  meeting,
  partner,
  policy,
  thirdPlaceType,
  typologyScheme,
  region,
  fund,
  project,
  source,
]

/** Documents of which there is exactly one; the id is the name of the type. */
export const singletonTypes = [siteSettings, accessibilityStatement]

/** Documents that the Studio writes by itself: no list shows them, and nobody edits them. */
export const recordTypes = [tombstone]

/** Shapes that live inside documents. */
export const objectTypes = [
  acknowledgement,
  alternativeName,
  authority,
  barrier,
  call,
  contributor,
  definition,
  deliverable,
  enforcementBody,
  figure,
  legalAct,
  money,
  nutsCode,
  partialDate,
  participation,
  period,
  picture,
  place,
  richText,
  schemeMembership,
  session,
  statement,
  takeaway,
  target,
  territory,
  webAddress,
  meetingState,
  policyState,
  formerSlug,
  translationState,
]

/** Every type. The types of localized fields are made from `localizedFieldTypes` by the Studio's plugin. */
export const schemaTypes = [...documentTypes, ...singletonTypes, ...recordTypes, ...objectTypes]
