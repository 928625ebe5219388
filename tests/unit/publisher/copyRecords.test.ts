import {expect, onTestFinished, test} from 'vitest'

import {openCopyRecords} from '../../../scripts/publisher/afterwork/compress/openCopyRecords.ts'
import {emptyStore} from './releaseOfFiles.ts'

const NONE = {br: null, gzip: null}

test('forgets the copies that another version of the programs made', () => {
  const {root} = emptyStore()
  const opened = (madeWith: string) => {
    const records = openCopyRecords(root, madeWith)
    onTestFinished(() => records.close())
    return records
  }
  opened('brotli 1').add(new Map([['a', NONE]]), new Map([['b', 'c']]))

  expect(opened('brotli 1').copiesOf('a')).toEqual(NONE)
  const records = opened('brotli 2')
  expect(records.copiesOf('a')).toBeUndefined()
  expect(records.treeOf('b')).toBeUndefined()
})
