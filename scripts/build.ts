import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

/** `npm run build`: the official `astro build` of the configured content into `site/dist`. */
const root = join(import.meta.dirname, '..')
const port = process.env.LAKE_PORT ?? '3900'
const {status} = spawnSync(
  process.execPath,
  [join(root, 'site/node_modules/astro/bin/astro.mjs'), 'build', ...process.argv.slice(2)],
  {
    cwd: join(root, 'site'),
    stdio: 'inherit',
    env: {
      SANITY_API_HOST: `http://127.0.0.1:${port}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...process.env,
    },
  },
)
process.exitCode = status ?? 1
