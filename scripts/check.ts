import {spawnSync} from 'node:child_process'

import {checks} from './checks.ts'
import {say} from './launcher/say.ts'

/** `npm run check`: every gate, all of them even after one failed, so that one run tells everything. */
const failed = checks.filter(({name, directory, args}) => {
  say(`\n— ${name}`)
  return spawnSync(process.execPath, [...args], {cwd: directory, stdio: 'inherit'}).status !== 0
})
say(
  failed.length === 0 ? '\nAll clean.' : `\nNot clean: ${failed.map(({name}) => name).join(', ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1
