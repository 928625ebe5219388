// Makes `npm start` and `npm test` work on a machine that has only some Node (18 or later) and npm.
// It has no dependency: the right Node and pnpm come from the npm registry into `.toolchain/`, then the workspace
// is installed from the lockfile, then the command is handed over. What is done already is skipped.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {delimiter, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const NODE_VERSION = '24.21.0'
const PNPM_VERSION = '12.21.0'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const toolchain = join(root, '.toolchain')
const windows = process.platform === 'win32'
const fetchedNode = join(toolchain, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const isNewEnough =
  Number(process.versions.node.split('.')[0]) >= Number(NODE_VERSION.split('.')[0])
const node = isNewEnough ? process.execPath : fetchedNode
const bin = join(toolchain, 'node_modules', '.bin')
const pnpm = join(bin, windows ? 'pnpm.cmd' : 'pnpm')

/** What each command of `package.json` runs, with the right Node, from the root. */
const commands = {
  start: ['scripts/start.ts'],
  dev: ['scripts/start.ts', '--dev'],
  build: ['scripts/build.ts'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  check: ['scripts/check.ts'],
  lake: ['scripts/lake/main.ts'],
  publisher: ['scripts/publisher/main.ts'],
  'content:import': ['scripts/content/main.ts', 'import'],
  'content:check': ['scripts/content/main.ts', 'check'],
  'content:export': ['scripts/content/main.ts', 'export'],
  'releases:list': ['scripts/releases/main.ts', 'list'],
  'releases:diff': ['scripts/releases/main.ts', 'diff'],
  'releases:export': ['scripts/releases/main.ts', 'export'],
  'releases:verify': ['scripts/releases/main.ts', 'verify'],
  'releases:servers': ['scripts/servers/main.ts'],
  bench: ['tests/bench/main.ts'],
}

/** In the path of this folder, these make Vite and Astro fail late and obscurely; `PATH` cannot hold the last one. */
const ODD_CHARACTERS = windows ? ["'", '#', '%'] : ["'", '"', '#', '%', '?', '*', ':']

/** How npm and pnpm, each in its own words, say that the registry is out of reach. */
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network|fetch failed|error sending request|connection refused|dns error/i

/** An end with a sentence, without a stack. */
class Stop extends Error {}

try {
  const [name = '', ...rest] = process.argv.slice(2)
  const command = commands[name]
  if (!command)
    throw new Stop(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.`)
  requireNode18()
  requirePlainPath()
  await step(toolPackages().join(' and '), toolsStamp(), installTools)
  await step('Packages', packagesStamp(), installPackages)
  run(command, rest)
} catch (error) {
  if (!(error instanceof Stop)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
}

function requireNode18() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 18) return
  throw new Stop(
    `This is Node ${process.versions.node}; at least Node 18 is needed to begin. Install a newer Node from your system's packages, then run the command again.`,
  )
}

/** Neither a new start nor a new installation would help: it is said before anything is installed or built. */
function requirePlainPath() {
  const odd = [...root].find((character) => ODD_CHARACTERS.includes(character) || character < ' ')
  if (odd === undefined) return
  const shown = odd < ' ' ? JSON.stringify(odd) : odd
  throw new Stop(
    `The path of this folder, ${root}, has the character ${shown} in it, with which the site cannot be built. Rename the folder, or move it to where no name has one of ${ODD_CHARACTERS.join(' ')}, then run the command again.`,
  )
}

/** Does a step unless its stamp says that the very same was done before. */
async function step(title, stamp, work) {
  if (stamp.isCurrent()) return
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  process.stderr.write(`${title}: installing, this happens once …\n`)
  const pulse = setInterval(() => process.stderr.write(`  still at it, ${seconds()} s\n`), 5000)
  try {
    await work()
  } finally {
    clearInterval(pulse)
  }
  stamp.set()
  process.stderr.write(`${title}: done in ${seconds()} s\n`)
}

/** What npm has to fetch before the workspace can be installed. */
function toolPackages() {
  return [...(isNewEnough ? [] : [`node@${NODE_VERSION}`]), `pnpm@${PNPM_VERSION}`]
}

/** The same whether Node was there or had to be fetched: a program started by ours must not fetch it again. */
function toolsStamp() {
  const wanted = `node@${NODE_VERSION} pnpm@${PNPM_VERSION}`
  return stampOf('tools', wanted, () => existsSync(node) && existsSync(pnpm))
}

function packagesStamp() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) =>
    readFileSync(join(root, file)),
  )
  const digest = createHash('sha256').update(Buffer.concat(files)).digest('hex')
  return stampOf('packages', digest, () => existsSync(join(root, 'node_modules', '.modules.yaml')))
}

function stampOf(name, value, isThere) {
  const file = join(toolchain, `${name}.stamp`)
  return {
    isCurrent: () => existsSync(file) && readFileSync(file, 'utf8') === value && isThere(),
    set: () => writeFileSync(file, value),
  }
}

async function installTools() {
  try {
    mkdirSync(toolchain, {recursive: true})
    const manifest = join(toolchain, 'package.json')
    if (!existsSync(manifest)) writeFileSync(manifest, '{"private": true}\n')
  } catch (error) {
    throw new Stop(explain(String(error)))
  }
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts=false',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ]
  await execute('npm', ['install', '--prefix', toolchain, ...quiet, ...toolPackages()], toolchain)
  await runInstallScript('node', 'installArchSpecificPackage.js', node)
  await runInstallScript('pnpm', 'install.js', pnpm)
}

/** Where npm was told not to run install scripts, the two we need are run here. */
async function runInstallScript(name, script, result) {
  if (existsSync(result)) return
  const directory = join(toolchain, 'node_modules', name)
  await execute(process.execPath, [join(directory, script)], directory)
}

async function installPackages() {
  const args = ['install', '--frozen-lockfile', '--reporter=append-only']
  await execute('pnpm', args, root, isHopeless)
}

/** Whether pnpm meets nothing but a dead network: it would try each of a thousand packages before it said so. */
function isHopeless(output) {
  const failures = output.match(/error sending request/g) ?? []
  return failures.length >= 10 && !/downloaded [1-9]/.test(output)
}

/** Runs a program to its end, or until what it prints leaves no hope; that is shown only when it fails. */
function execute(command, args, cwd, leavesNoHope = () => false) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment(),
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (text) => {
      output += text
      if (leavesNoHope(output)) child.kill()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => reject(new Stop(explain(`${output}\n${error}`))))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Stop(explain(output)))))
  })
}

/** Turns what a package manager printed into what to do. */
function explain(output) {
  const tail = output.trim().split('\n').slice(-8).join('\n')
  if (/ENOSPC|no space left/i.test(output)) {
    return `${tail}\n\nThe disk is full. Free about 2 GB, then run the command again: it goes on where it stopped.`
  }
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output)) {
    return `${tail}\n\nThis folder cannot be written to (${root}). Give yourself the right to write here, then run the command again.`
  }
  if (NO_NETWORK.test(output)) {
    return `${tail}\n\nThe npm registry could not be reached. Connect to the network (or set npm's proxy), then run the command again. Only the first run needs it.`
  }
  return `${tail}\n\nThe installation stopped here. Run the command again; if it stops at the same place, delete .toolchain and node_modules first.`
}

function environment() {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${bin}${delimiter}${process.env.PATH ?? ''}`,
    DO_NOT_TRACK: '1',
  }
}

/**
 * Hands over. Signals sent to us alone are passed on; in a terminal they reach the child by themselves as well.
 * The channel tells our programs when we are gone, even by `kill -9`.
 */
function run(command, rest) {
  const child = spawn(node, [...command, ...rest], {
    cwd: root,
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`\n${explain(String(error))}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
