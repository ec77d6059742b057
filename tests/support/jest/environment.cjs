const { TestEnvironment } = require('jest-environment-node');
const { leftBehind, stateOf } = require('./left-behind.cjs');

/** The environment of this worker, once its first file has made it. */
let kept;

/**
 * Node's test environment with two options. `keepModules` makes it once per worker instead of once per file, because the
 * modules that runtime.cjs keeps belong to its realm; a file that does not leave the globals as it found them fails.
 * `timeoutMs` ends a test that hangs. Modules run as they do when served: graphql-js looks twice at each object (instanceOf)
 * otherwise.
 */
module.exports = class PlatformEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { keepModules, timeoutMs } = config.projectConfig.testEnvironmentOptions;
    if (kept) return kept.begin(timeoutMs);
    super(config, context);
    this.exit = this.global.process.exit;
    // As without Jest, which keeps 100 frames.
    this.global.Error.stackTraceLimit = 10;
    this.global.Error.prepareStackTrace = stackOf;
    if (keepModules) kept = this;
    return this.begin(timeoutMs);
  }

  /** Makes the environment that of a file, whichever files the worker has run before. */
  begin(timeoutMs) {
    this.global.process.env.NODE_ENV = 'production';
    this.timeoutMs = timeoutMs;
    this.found = stateOf(this);
    return this;
  }

  handleTestEvent({ name }, state) {
    if (name === 'setup') state.testTimeout = this.timeoutMs;
  }

  async teardown() {
    if (this !== kept) return super.teardown();
    // Jest wraps it for each file.
    this.global.process.exit = this.exit;
    forgetFile(this.global);
    const left = leftBehind(this, this.found);
    if (left.length === 0) return;
    throw new Error(`The next file in this worker would find: ${left.join(', ')}. Undo it in this file.`);
  }
};

/** Frames of an error that a client is told: where it was made, and by whom. */
const FRAMES_TOLD = 3;

/**
 * Writes a stack as Jest does, which looks up the source of each frame; of a refusal the frames as they are, in the code that swc made.
 * graphql-js reads the stack of each error that it passes on, which was a tenth of the cost of tests in which much is refused.
 */
const stackOf = (error, frames) =>
  'extensions' in error
    ? [`${error.name}: ${error.message}`, ...frames.slice(0, FRAMES_TOLD)].join('\n    at ')
    : Error.prepareStackTrace(error, frames);

/** Removes what jest-circus keeps of a file on the global, so that the file can be collected. */
function forgetFile(global) {
  for (const symbol of Object.getOwnPropertySymbols(global)) {
    if (
      /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_TIMES)/.test(symbol.description ?? '')
    ) {
      delete global[symbol];
    }
  }
}
