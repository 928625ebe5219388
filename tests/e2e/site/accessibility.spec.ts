import {AxeBuilder} from '@axe-core/playwright'

import {expect, pageKinds, test} from './test.ts'

const appearances = [
  {colorScheme: 'light', viewport: {width: 1280, height: 900}},
  {colorScheme: 'dark', viewport: {width: 320, height: 700}},
] as const

test.for(pageKinds)('axe finds nothing to mend on %s', async (path, {open}) => {
  for (const appearance of appearances) {
    const page = await open(path, {...appearance, javaScriptEnabled: true, bypassCSP: true})
    const {violations} = await new AxeBuilder({page}).analyze()
    const found = violations.map(
      ({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' | ')}`,
    )
    expect.soft(found, appearance.colorScheme).toEqual([])
  }
})
