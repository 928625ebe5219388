import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {ConfirmDeleteDialog} from 'sanity/structure'

import {useWithdraw} from './useWithdraw.tsx'
import type {WithdrawalKind} from './withdraw.ts'

/**
 * Unpublish or Delete as the Studio has it, with the same dialog and its warning of references; what is confirmed
 * leaves a tombstone when the page was public.
 */
export function leavingTombstone(useOriginal: DocumentActionComponent, kind: WithdrawalKind) {
  const useLeavingTombstone: DocumentActionComponent = (props) => {
    const {id, type, draft, published} = props
    const description = useOriginal(props)
    const {withdraw, isRunning} = useWithdraw(id, type, kind)
    const [isAsking, setAsking] = useState(false)
    if (!description || !published) return description

    const dialog = (
      <ConfirmDeleteDialog
        id={draft?._id ?? id}
        type={type}
        action={kind}
        onCancel={() => setAsking(false)}
        onConfirm={(versionIds) => {
          setAsking(false)
          void withdraw(versionIds)
        }}
      />
    )
    return {
      ...description,
      disabled: Boolean(description.disabled) || isRunning,
      onHandle: () => setAsking(true),
      dialog: isAsking && {type: 'custom', component: dialog},
    }
  }
  return useLeavingTombstone
}
