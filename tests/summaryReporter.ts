import type {Reporter, TestModule} from 'vitest/node'

/** Ends a run with the one line that people and programs look for: `N passed, N failed`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const passed = modules.reduce((sum, module) => sum + countIn(module, 'passed'), 0)
    const broken = modules.reduce((sum, module) => sum + failuresOf(module), errors.length)
    const failed = passed + broken === 0 ? 1 : broken // a run without any test proves nothing
    process.on('exit', () => process.stdout.write(`\n${passed} passed, ${failed} failed\n`))
  }
}

/** A file that failed without a failed test, in a hook or while it was read, counts as one failure; so does each test that never ran its course. */
function failuresOf(module: TestModule): number {
  const failed = countIn(module, 'failed') + countIn(module, 'pending')
  return failed === 0 && module.state() === 'failed' ? 1 : failed
}

function countIn(module: TestModule, state: 'passed' | 'failed' | 'pending'): number {
  return [...module.children.allTests()].filter((one) => one.result().state === state).length
}
