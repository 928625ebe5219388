import {presentAsset} from '../assets/presentAsset.ts'
import {createView} from './createView.ts'
import {evaluateTree} from './evaluateTree.ts'
import type {QueryJob} from './jobs.ts'
import type {Documents, StoredDocument} from './openDocuments.ts'
import {parseQuery} from './parseQuery.ts'
import {plan} from './plan.ts'
import {readsText, withText} from './textQuery.ts'

/**
 * Parses, plans and evaluates a query over the documents of a file. The result is what groq-js
 * alone gives over the whole dataset; the plan only makes it sooner.
 */
export function evaluateQuery(job: QueryJob, documents: Documents): Promise<unknown> {
  const {dataset, perspective, projectId, publicUrl, identity, params} = job
  const parsed = parseQuery(job.query, {params})
  const addText = readsText(parsed) ? withText<StoredDocument> : undefined
  const present = (document: StoredDocument) => {
    const presented = presentAsset(document, publicUrl)
    return addText ? addText(presented) : presented
  }

  return documents.atOneMoment(() => {
    const view = createView({documents, dataset, perspective, present})
    const {tree, dataset: everything} = plan(parsed, view)
    return evaluateTree(tree, {
      dataset: everything,
      dereference: view.dereference,
      params,
      identity,
      sanity: {projectId, dataset},
    })
  })
}
