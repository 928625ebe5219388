import {evaluate, type EvaluateOptions, type ExprNode} from 'groq-js'

import {queryEvaluationError} from './queryErrors.ts'

/** Evaluates a parsed query into plain data. Throws 400 where groq-js gives up. */
export async function evaluateTree(tree: ExprNode, options: EvaluateOptions): Promise<unknown> {
  try {
    const value = await evaluate(tree, options)
    return await value.get()
  } catch (error) {
    if (error instanceof RangeError) {
      throw queryEvaluationError(400, 'The query has too many terms in one chain. Use `in`.', error)
    }
    throw queryEvaluationError(400, error instanceof Error ? error.message : String(error), error)
  }
}
