import {correlate} from './correlate.ts'
import {createView} from './createView.ts'
import {evaluateTree} from './evaluateTree.ts'
import type {QueryJob} from './jobs.ts'
import type {Documents} from './openDocuments.ts'
import {parseQuery} from './parseQuery.ts'
import {plan} from './plan.ts'
import {readsText, withText} from './textQuery.ts'

/**
 * Parses, plans and evaluates a query over the documents of a file. The result is what groq-js
 * alone gives over the whole dataset; the plan only makes it sooner.
 */
export function evaluateQuery(job: QueryJob, documents: Documents): Promise<unknown> {
  const {dataset, perspective, projectId, identity, params} = job
  const parsed = parseQuery(job.query, {params})

  return documents.atOneMoment(() => {
    const view = createView({
      documents,
      dataset,
      perspective,
      ...(readsText(parsed) ? {present: withText} : {}),
    })
    const correlated = correlate(parsed, view)
    const {tree, dataset: everything} = plan(correlated.tree, view)
    return evaluateTree(tree, {
      dataset: everything,
      dereference: correlated.dereference,
      params,
      identity,
      sanity: {projectId, dataset},
    })
  })
}
