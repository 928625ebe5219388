import {shortened} from '@coworkmed/schemas/parse/finding'

/** How an export names the file of an image: its kind, and the way to it inside the archive. */
const IN_ARCHIVE = /^(?:image|file)@file:\/\/\.\/(?!\/)/

/**
 * Why an import takes no file from an address: it reads what lies in the archive and nothing else, neither of this machine
 * nor of others. Nothing when it is there.
 */
export function assetProblem(asset: string): string | undefined {
  if (IN_ARCHIVE.test(asset) && !decoded(asset).split(/[/\\]/).includes('..')) return undefined
  return `"${shortened(asset)}" lies outside the archive, and is not fetched. Put the file into the archive and name it "image@file://./images/…", upload it in the Studio, or import a file of trusted origin with --outside-assets.`
}

function decoded(address: string) {
  try {
    return decodeURIComponent(address)
  } catch {
    return '..' // what cannot be read leads nowhere
  }
}
