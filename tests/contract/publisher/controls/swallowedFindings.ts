/**
 * Loaded before a builder: it tells its publisher of no findings. A bug, planted to show that the tests of odd documents find
 * such a one.
 */
const send = process.send?.bind(process)

if (send) process.send = (message, ...rest) => send(withoutFindings(message), ...rest)

const withoutFindings = (message: unknown) =>
  typeof message === 'object' && message !== null && 'findings' in message
    ? {...message, findings: []}
    : message
