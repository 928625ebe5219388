import type {PictureFile} from './pictureFile.ts'

declare global {
  /** Kept outside the bundle, like the content: whoever renders makes the files afterwards. */
  var sitePictureFiles: Map<string, PictureFile> | undefined
}

/** Says that a page needs these files. */
export function requestPictureFiles(files: readonly PictureFile[]): void {
  globalThis.sitePictureFiles ??= new Map()
  for (const file of files) globalThis.sitePictureFiles.set(file.path, file)
}

/** The files asked for since the last time, by their addresses. */
export function takePictureFiles(): PictureFile[] {
  const files = [...(globalThis.sitePictureFiles?.values() ?? [])]
  globalThis.sitePictureFiles = new Map()
  return files
}
