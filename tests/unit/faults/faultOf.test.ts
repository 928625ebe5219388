import {expect, test} from 'vitest'

import {parseFault, ToldFault} from '../../../scripts/faults/fault.ts'
import {faultOf} from '../../../scripts/faults/faultOf.ts'
import {sayFault} from '../../../scripts/faults/sayFault.ts'

const system = (code: string, message: string) => Object.assign(new Error(message), {code})

test.each([
  {
    error: system('ENOSPC', 'ENOSPC: no space left on device, write'),
    kind: 'diskFull',
    said: /^ENOSPC: no space left on device, write\. The disk is full\. Make room/,
  },
  {
    error: system('EACCES', "EACCES: permission denied, mkdir '/data'"),
    kind: 'notAllowed',
    said: /^EACCES: permission denied, mkdir '\/data'\. Give yourself the right to write there\.$/,
  },
  {
    error: new Error('Port 3901 is taken. Stop what runs there.', {
      cause: system('EADDRINUSE', 'listen EADDRINUSE'),
    }),
    kind: 'portTaken',
    said: /^Port 3901 is taken\. Stop what runs there\.$/,
  },
  {
    error: new Error('lake.db cannot be opened: file is not a database. Restore it from a backup.'),
    kind: 'damaged',
    said: /^lake\.db cannot be opened: file is not a database\. Restore it from a backup\.$/,
  },
  {error: 'No title', kind: 'other', said: /^No title\.$/},
])('says what went wrong and, once, what to do: $kind', ({error, kind, said}) => {
  const fault = faultOf(error)

  expect(fault.kind).toBe(kind)
  expect(sayFault(fault)).toMatch(said)
})

test('keeps the first line, what it was caused by, and the document', () => {
  const cause = new Error('fetch failed', {cause: system('ECONNREFUSED', 'connect ECONNREFUSED')})
  const error = Object.assign(new Error('The content could not be read\nfrom here', {cause}), {
    document: 'florence',
  })

  expect(faultOf(error)).toEqual({
    kind: 'unreachable',
    message: 'The content could not be read',
    cause: 'fetch failed',
    document: 'florence',
    todo: null,
  })
})

test('is the same on the other side of a channel, also around another error', () => {
  const fault = faultOf(new Error('No pages', {cause: system('ENOSPC', 'ENOSPC: no space left')}))
  const told = parseFault(structuredClone({type: 'failed', fault}))

  expect(told).toEqual(fault)
  expect(faultOf(new Error('It ended (No pages)', {cause: told && new ToldFault(told)}))).toEqual({
    ...fault,
    message: 'It ended (No pages)',
  })
  expect(parseFault({type: 'ready'})).toBeUndefined()
})
