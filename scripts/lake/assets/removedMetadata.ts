import type {Metadata} from 'sharp'

/**
 * What an upload lost, as the asset's document and the upload's answer name it: `exif`, `xmp`, `iptc`, `comments`, or
 * `other` where it has no such name. Empty where the bytes are kept as they came.
 */
export function removedMetadata(
  uploaded: Uint8Array,
  stored: Uint8Array,
  {exif, xmp, iptc, comments}: Metadata,
): string[] {
  if (Buffer.from(uploaded).equals(stored)) return []
  const named = Object.entries({exif, xmp, iptc, comments}).flatMap(([name, value]) =>
    value && value.length > 0 ? [name] : [],
  )
  return named.length > 0 ? named : ['other']
}
