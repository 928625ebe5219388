import {startEverything} from './launcher/startEverything.ts'
import {parseLauncherSettings} from './launcher/launcherSettings.ts'
import {say} from './launcher/say.ts'

try {
  const settings = parseLauncherSettings(process.env, process.argv.slice(2))
  const running = await startEverything(settings)
  let asked = 0
  const stop = async () => {
    asked += 1
    if (asked > 1) process.exit(1)
    say('\nStopping …')
    await running.close()
    say('Stopped. Nothing is lost; start again with the same command.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
