import {definePlugin} from 'sanity'

import {findingsBadge} from '../badges/findingsBadge.ts'
import {receiptsTool} from '../tools/receiptsTool.ts'
import {liveForm} from './LiveForm.tsx'
import {liveInspector} from './liveInspector.tsx'
import type {Say} from './say.ts'
import {liveBadge} from './useLiveBadge.ts'

/** Everything that tells officers what became of their publishes: a tool, a badge, an inspector, a notice. */
export const receipts = definePlugin((say: Say) => ({
  name: 'coworkmed/receipts',
  tools: [receiptsTool(say)],
  form: {components: {input: liveForm(say)}},
  document: {
    badges: (badges) => [...badges, liveBadge(say), findingsBadge(say)],
    inspectors: (inspectors) => [...inspectors, liveInspector(say)],
  },
}))
