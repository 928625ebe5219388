import {BuilderStopped} from './builder/builderStopped.ts'
import type {Line} from './line.ts'
import type {Scope} from './builder/protocol.ts'
import {readAsked} from './steps/asked.ts'
import {build} from './steps/build.ts'
import {finishPublish} from './steps/finishPublish.ts'
import {goLive} from './steps/goLive.ts'
import {prepareReceipts} from './steps/prepareReceipts.ts'
import {refuse} from './steps/refuse.ts'
import {settle} from './steps/settle.ts'

/**
 * One publish: the builder brings the site up to the content, its receipts are kept, it goes live, what waited for it is
 * settled. Rejects, with the last good site still up, when a step fails. Killed anywhere, the next one makes it good.
 */
export async function publish(line: Line, scope: Scope): Promise<void> {
  const asked = await begin(line, scope)
  try {
    finishPublish(line)
    const built = await build(line, asked)
    const documents = await prepareReceipts(line, asked, built)
    goLive(line, built.release)
    settle(line, {asked, built, documents})
  } catch (error) {
    if (!(error instanceof BuilderStopped)) refuse(line, asked, error)
    line.endIfDamaged(error)
    throw error
  }
}

/** What goes wrong here is of no document that is known by now: the status tells it, and the log. */
async function begin(line: Line, scope: Scope) {
  try {
    await line.sweeper.interrupt()
    return readAsked(line, scope)
  } catch (error) {
    refuse(line, {deliveries: [], beganAt: Date.now()}, error)
    line.endIfDamaged(error)
    throw error
  }
}
