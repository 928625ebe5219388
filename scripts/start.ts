import {once} from 'node:events'

import {startEverything} from './launcher/startEverything.ts'
import {parseLauncherSettings} from './launcher/launcherSettings.ts'
import {keepDetails} from './launcher/keepDetails.ts'
import {say} from './launcher/say.ts'
import {keepPrivate} from './keepPrivate.ts'
import {withAdvice} from './withAdvice.ts'

/** In a terminal one Ctrl-C arrives more than once: from the terminal itself, from npm, and from the bootstrap. */
const SAME_CTRL_C_MS = 1000

const asked = new AbortController()
let askedAt = 0

function stop() {
  if (!asked.signal.aborted) {
    askedAt = Date.now()
    say('\nStopping … (again to stop at once)')
    asked.abort()
  } else if (Date.now() - askedAt > SAME_CTRL_C_MS) {
    say('Stopped at once.')
    process.exit(1)
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
process.on('disconnect', stop) // whoever started us is gone: nobody is left to stop us

try {
  const settings = parseLauncherSettings(process.env, process.argv.slice(2))
  keepPrivate(settings.dataDirectory)
  const running = await startEverything(settings, asked.signal)
  if (!asked.signal.aborted) await once(asked.signal, 'abort')
  await running.close()
} catch (error) {
  if (!asked.signal.aborted) {
    say(`\n${withAdvice(error)}${keepDetails(error, process.env.DATA_DIR || '.data')}`)
    process.exit(1)
  }
}
say('Stopped. Nothing is lost; start again with the same command.')
process.exit(0)
