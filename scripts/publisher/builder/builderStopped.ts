/** A build that was ended because the publisher stops: nothing is wrong with it, and the next start builds it. */
export class BuilderStopped extends Error {
  constructor(cause: unknown) {
    super('The publisher is stopping; what waits is published when it starts again.', {cause})
  }
}
