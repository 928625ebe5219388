import type {AstroIntegration} from 'astro'

/** The pages as a program that is kept loaded, instead of a server: it is asked for one path at a time. */
export const adapter: AstroIntegration = {
  name: 'warm-renderer',
  hooks: {
    'astro:config:done': ({setAdapter}) =>
      setAdapter({
        name: 'warm-renderer',
        serverEntrypoint: new URL('./bundleEntry.ts', import.meta.url),
        entrypointResolution: 'auto',
        adapterFeatures: {buildOutput: 'server'},
        supportedAstroFeatures: {
          serverOutput: 'stable',
          staticOutput: 'stable',
          hybridOutput: 'stable',
          sharpImageService: 'stable',
        },
      }),
  },
}
