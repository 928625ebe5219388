import {lostSlugs} from '@coworkmed/schemas/localized/lostSlugs'
import type {LocaleSlug} from '@coworkmed/schemas/localized/publicSlugs'
import {publishesAt} from '@coworkmed/schemas/schedule/schedule'
import {useEffect} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {isValidationErrorMarker, useDocumentOperation, useValidationStatus} from 'sanity'

import {formerSlugPatches} from './formerSlugPatches.ts'
import type {Scheduling} from './scheduledPublish.ts'
import {scheduledPublish} from './scheduledPublish.ts'
import {useNow} from './useNow.ts'

/**
 * Publish as the Studio has it, which first notes the addresses that the page would lose. While the draft waits for its
 * moment, the button says when that is; the addresses are noted at once, since nobody will press it.
 */
export function publishKeepingAddresses(
  usePublish: DocumentActionComponent,
  scheduling: Scheduling,
) {
  const usePublishKeepingAddresses: DocumentActionComponent = (props) => {
    const {id, type, draft, published, version} = props
    const description = usePublish(props)
    const {patch} = useDocumentOperation(id, type)
    const {validation} = useValidationStatus(draft?._id ?? id, type, true)
    const now = useNow((time) => publishesAt(draft, time) !== undefined)

    const lost = draft && published ? lostSlugs(published, draft) : []
    const isWaiting = publishesAt(draft, now) !== undefined
    const toNoteNow = isWaiting && !patch.disabled ? namesOf(lost) : ''
    const noteLost = () => {
      if (lost.length > 0) patch.execute(formerSlugPatches(lost))
    }
    useEffect(() => {
      if (toNoteNow) noteLost()
    }, [toNoteNow])

    if (!description || !draft || version) return description
    const publish = {
      ...description,
      onHandle: () => {
        noteLost()
        description.onHandle?.()
      },
    }
    const hasErrors = validation.some(isValidationErrorMarker)
    return {...publish, ...scheduledPublish({draft, published, hasErrors, now}, scheduling)}
  }
  return usePublishKeepingAddresses
}

const namesOf = (slugs: readonly LocaleSlug[]) =>
  slugs.map(({language, current}) => `${language}/${current}`).join(' ')
