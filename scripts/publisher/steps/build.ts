import type {Built} from '../builder/protocol.ts'
import type {Line} from '../line.ts'
import type {Asked} from './asked.ts'
import {PublishRefused} from './publishRefused.ts'

/** Has the site built; nobody waits meanwhile, for the builder is a process of its own. Rejects when it refuses. */
export async function build(
  {builder, progress, crashPoint}: Pick<Line, 'builder' | 'progress' | 'crashPoint'>,
  {request}: Asked,
): Promise<Built> {
  progress.begin()
  const answer = await builder.build(request, progress.hear)
  crashPoint('after-build')
  if (answer.type === 'refused') throw new PublishRefused(answer.refusal)
  return answer
}
