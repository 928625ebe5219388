import type {EvaluateOptions, ExprNode} from 'groq-js'

import {answerFromColumns} from './answerFromColumns.ts'
import {correlate} from './correlate.ts'
import {createView} from './createView.ts'
import {evaluateTree} from './evaluateTree.ts'
import type {QueryJob} from './jobs.ts'
import type {Documents} from './openDocuments.ts'
import {parseQuery} from './parseQuery.ts'
import {type DocumentSource, plan} from './plan.ts'
import {readsText, withText} from './textQuery.ts'

/**
 * Parses, plans and evaluates a query over the documents of a file. The result is what groq-js
 * alone gives over the whole dataset; the plan only makes it sooner.
 */
export function evaluateQuery(job: QueryJob, {whole, thin, atOneMoment}: Documents) {
  const {dataset, perspective, projectId, identity, params} = job
  const parsed = parseQuery(job.query, {params})
  const options: EvaluateOptions = {params, identity, sanity: {projectId, dataset}}
  const present = readsText(parsed) ? {present: withText} : {}
  const view = createView({documents: whole, dataset, perspective, ...present})
  const thinView = createView({documents: thin, dataset, perspective})

  return atOneMoment(async (): Promise<unknown> => {
    const answered = await answerFromColumns(parsed, {
      evaluateThin: (part) => evaluatePlanned(part, thinView, options),
      read: view.read,
    })
    const {tree, dereference} = correlate(answered, view)
    return evaluatePlanned(tree, view, {...options, dereference})
  })
}

function evaluatePlanned(tree: ExprNode, source: DocumentSource, options: EvaluateOptions) {
  const planned = plan(tree, source)
  return evaluateTree(planned.tree, {...options, dataset: planned.dataset})
}
