/** The query that the layout of pages asks for all that stands around their middle. */
export const PAGE_FRAME = 'pageFrame'

/** Whether something is read for the frame of a page alone, and says nothing of its middle. */
export const isFrameRead = (key: string): boolean => key.startsWith(`${PAGE_FRAME}(`)
