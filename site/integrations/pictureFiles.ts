import {copyFile, mkdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {AstroIntegration} from 'astro'

import {trimPictureCache} from '../renderer/trimPictureCache.ts'
import type {SiteConfig} from '../siteConfig.ts'
import type {PictureFile} from '../src/pictures/pictureFile.ts'
import {takePictureFiles} from '../src/pictures/requestedFiles.ts'
import {writePictureFile} from '../src/pictures/writePictureFile.ts'

/** Makes the picture files that the pages asked for, and puts them into the site. */
export function pictureFiles({cacheDir, source}: SiteConfig): AstroIntegration {
  const made = new Map<string, PictureFile>()
  const surroundings = {cacheDir, apiHost: source.apiHost}
  return {
    name: 'picture-files',
    hooks: {
      'astro:build:done': async ({dir}) => {
        for (const file of takePictureFiles()) await copyInto(fileURLToPath(dir), file)
        await trimPictureCache(cacheDir)
      },
      'astro:server:setup': ({server}) => {
        server.middlewares.use('/pictures', (request, response, next) => {
          for (const file of takePictureFiles()) made.set(file.path, file)
          const file = made.get(`/pictures${request.url ?? ''}`)
          if (!file) return next()
          writePictureFile(file, surroundings)
            .then(async (path) => response.end(await readFile(path)))
            .catch(next)
        })
      },
    },
  }

  async function copyInto(outDir: string, file: PictureFile) {
    const target = join(outDir, file.path)
    const kept = await writePictureFile(file, surroundings)
    await mkdir(dirname(target), {recursive: true})
    await copyFile(kept, target)
  }
}
