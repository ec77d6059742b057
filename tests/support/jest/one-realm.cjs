const { createContext } = require('node:vm');
const { ModuleMocker } = require('jest-mock');
const { leftBehind, stateOf } = require('./left-behind.cjs');

/** Frames of an error that a client is told: where it was made, and by whom. */
const FRAMES_TOLD = 3;

/** Jest asks for a context. Nothing runs in it: runtime.cjs compiles modules for this very process. */
const UNUSED = createContext({});

/**
 * Test environment without a vm context: modules run in the worker's own realm, as they do when served. In a context each use of a
 * global costs some 100 ns, and a class of Node's own modules is not the class of the same name. It is made once per worker, and a
 * file that does not leave the globals as it found them fails.
 */
module.exports = class OneRealm {
  constructor({ projectConfig }) {
    this.conditions = projectConfig.testEnvironmentOptions.customExportConditions;
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    // No test replaces the clock of its process: the timers of Jest's own worker would stand still too.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
    // Jest wraps it for each file.
    this.exit = process.exit;
  }

  /** Makes the environment that of a file, whichever files the worker has run before. */
  begin(timeoutMs) {
    this.global.process.env.NODE_ENV = 'production';
    this.timeoutMs = timeoutMs;
    this.found = stateOf(this);
    return this;
  }

  exportConditions() {
    return this.conditions;
  }

  getVmContext() {
    return UNUSED;
  }

  async setup() {
    // As without Jest, which keeps 100 frames.
    Error.stackTraceLimit = 10;
    this.stackOfJest = Error.prepareStackTrace;
    Error.prepareStackTrace = (error, frames) =>
      'extensions' in error ? stackOfRefusal(error, frames) : this.stackOfJest(error, frames);
  }

  handleTestEvent({ name }, state) {
    if (name === 'setup') state.testTimeout = this.timeoutMs;
  }

  async teardown() {
    process.exit = this.exit;
    Error.prepareStackTrace = this.stackOfJest;
    forgetFile();
    const left = leftBehind(this, this.found);
    if (left.length === 0) return;
    throw new Error(`The next file in this worker would find: ${left.join(', ')}. Undo it in this file.`);
  }
};

/**
 * Writes the stack of a refusal as it is, in the code that swc made; Jest would look up the source of each frame. graphql-js reads the
 * stack of each error that it passes on, which was a tenth of the cost of tests in which much is refused.
 */
const stackOfRefusal = (error, frames) =>
  [`${error.name}: ${error.message}`, ...frames.slice(0, FRAMES_TOLD)].join('\n    at ');

/** Removes what jest-circus keeps of a file on the global, so that the file can be collected. */
function forgetFile() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (
      /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_TIMES)/.test(symbol.description ?? '')
    ) {
      delete globalThis[symbol];
    }
  }
}
