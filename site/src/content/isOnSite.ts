/** Whether a document is on the site at a moment: from `publishAt` until `unpublishAt`, where it has them. */
export const isOnSite = (
  {publishAt, unpublishAt}: {publishAt: string; unpublishAt: string},
  now: string,
): boolean => publishAt <= now && !isWithdrawn({unpublishAt}, now)

/** Whether a document was taken off the site by its `unpublishAt`. */
export const isWithdrawn = ({unpublishAt}: {unpublishAt: string}, now: string): boolean =>
  unpublishAt !== '' && unpublishAt <= now
