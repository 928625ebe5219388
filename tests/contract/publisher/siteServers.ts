import {spawn, spawnSync} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import {connect} from 'node:net'
import {join} from 'node:path'

import {onTestFinished} from 'vitest'

import {listen} from '../../../scripts/publisher/listen.ts'
import {liveDirectory} from '../../../scripts/publisher/site/liveDirectory.ts'
import {siteServer} from '../../../scripts/publisher/site/siteServer.ts'
import {readServedSite} from '../../../scripts/servers/servedSite.ts'
import {writeServerConfig} from '../../../scripts/servers/writeServerConfig.ts'
import {freePorts} from '../../freePorts.ts'

/** A web server that can be put before the releases in a folder. */
export interface SiteServer {
  name: string
  /** Serves what is live in `releases`; `scratch` is an empty folder. Gives the port; it ends with the test. */
  start: (releases: string, scratch: string) => Promise<number>
}

const own: SiteServer = {
  name: 'our own server',
  async start(releases) {
    const app = siteServer({liveDirectory: () => liveDirectory(releases)})
    const {port, close} = await listen(app, '127.0.0.1', 0)
    onTestFinished(close)
    return port
  },
}

const nginx: SiteServer = {
  name: 'nginx',
  async start(releases, scratch) {
    const port = await writeConfiguration(releases, scratch)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${scratch}/${kind};`)
      .join(' ')
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const main = `${user} daemon off; worker_processes 2; pid ${scratch}/pid; events {}
      http { access_log off; ${temporary} include ${scratch}/nginx.conf; }`
    await writeFile(join(scratch, 'main.conf'), main)
    await run('nginx', ['-e', 'stderr', '-p', scratch, '-c', join(scratch, 'main.conf')], port)
    return port
  },
}

const caddy: SiteServer = {
  name: 'Caddy',
  async start(releases, scratch) {
    const port = await writeConfiguration(releases, scratch)
    const main = '{\n\tadmin off\n}\nimport Caddyfile\n'
    await writeFile(join(scratch, 'main.caddy'), main)
    const args = ['run', '--adapter', 'caddyfile', '--config', join(scratch, 'main.caddy')]
    await run('caddy', args, port, {HOME: scratch, XDG_DATA_HOME: scratch})
    return port
  },
}

const isInstalled = (program: string, argument: string) =>
  spawnSync(program, [argument], {stdio: 'ignore'}).status === 0

const others = [
  {server: nginx, installed: isInstalled('nginx', '-v')},
  {server: caddy, installed: isInstalled('caddy', 'version')},
]

/** Our own server always, and those of the others that this machine has. */
export const siteServers: readonly SiteServer[] = [
  own,
  ...others.flatMap(({server, installed}) => (installed ? [server] : [])),
]

/** The names of servers that this machine does not have. */
export const absentServers: readonly string[] = others.flatMap(({server, installed}) =>
  installed ? [] : [server.name],
)

async function writeConfiguration(releases: string, scratch: string) {
  const [port = 0] = await freePorts(1)
  const current = join(releases, 'current')
  const url = new URL(`http://127.0.0.1:${port}`)
  await writeServerConfig(await readServedSite(current, current, url), scratch)
  return port
}

/** Starts a program and waits until it listens. Rejects with what it said when it does not. */
async function run(program: string, args: string[], port: number, environment = {}) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, ...environment},
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`${program} does not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function isListening(port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.end())
  })
}
