import {createTreeMaker} from '../../releases/createTreeMaker.ts'
import {treeIndexPath} from '../../releases/storePaths.ts'
import {openTreeIndex} from '../../releases/treeIndex.ts'
import {compressFiles} from './compressFiles.ts'
import {filesToCompress} from './filesToCompress.ts'
import {openCopyRecords} from './openCopyRecords.ts'
import {withCopies} from './withCopies.ts'

/**
 * Gives the id of a release with compressed copies beside its texts: `fr/index.html.br`, `fr/index.html.gz`. The texts are
 * as they were. A directory that was done before is taken as it is, and a file's copies are made once, wherever it is:
 * the second release of a changed page costs as little as the first. On disk for good when it resolves.
 */
export async function compressRelease(root: string, release: string): Promise<string> {
  const index = openTreeIndex(treeIndexPath(root))
  const records = openCopyRecords(root)
  try {
    const trees = createTreeMaker(root, index)
    const knownTree = (hash: string) => {
      const known = records.treeOf(hash)
      return known !== undefined && trees.isDurable(known) ? known : undefined
    }
    const files = filesToCompress({
      release,
      read: trees.read,
      knownTree,
      copiesOf: records.copiesOf,
    })
    const made = await compressFiles(root, files)
    const copiesOf = (hash: string) => made.get(hash) ?? records.copiesOf(hash)
    const second = withCopies({release, trees, knownTree, copiesOf})
    trees.flush()
    records.add(made, second.trees)
    return second.release
  } finally {
    records.close()
    index.close()
  }
}
