import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {filter, firstValueFrom} from 'rxjs'
import {Translate, useClient, useDocumentStore, useTranslation} from 'sanity'
import {structureLocaleNamespace, useDocumentTitle, usePaneRouter} from 'sanity/structure'

import type {WithdrawalKind} from './withdraw.ts'
import {withdraw} from './withdraw.ts'

const RESULTS = 'panes.document-operation-results'

/** Withdraws a page once all that was typed is kept, and says how it went in the Studio's own words. */
export function useWithdraw(id: string, type: string, kind: WithdrawalKind) {
  const client = useClient({apiVersion: '2025-02-19'})
  const documentStore = useDocumentStore()
  const toast = useToast()
  const {t} = useTranslation(structureLocaleNamespace)
  const {title} = useDocumentTitle()
  const {closeCurrentAndAfter} = usePaneRouter()
  const [isRunning, setRunning] = useState(false)

  async function run(versionIds: readonly string[]) {
    setRunning(true)
    try {
      await firstValueFrom(documentStore.pair.consistencyStatus(id, type).pipe(filter(Boolean)))
      await withdraw(client, id, kind, versionIds)
      toast.push({closable: true, status: 'success', title: done})
      if (kind === 'delete') closeCurrentAndAfter()
    } catch (error) {
      toast.push({
        closable: true,
        duration: 30_000,
        status: 'error',
        title: t(`${RESULTS}.operation-error`, {context: kind}),
        description: (
          <details>
            <summary>{t(`${RESULTS}.error.summary.title`)}</summary>
            {error instanceof Error ? error.message : String(error)}
          </details>
        ),
      })
    }
    setRunning(false)
  }

  const done = (
    <Translate
      t={t}
      context={kind}
      i18nKey={`${RESULTS}.operation-success`}
      values={{title: title ?? t(`${RESULTS}.operation-undefined-title`)}}
      components={{Strong: 'strong'}}
    />
  )
  return {withdraw: run, isRunning}
}
