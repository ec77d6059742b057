const { TestEnvironment } = require('jest-environment-node');
const OneRealm = require('./one-realm.cjs');

/** The environment of this worker, once its first file has made it. */
let kept;

/**
 * Environment with two options. `keepModules` makes it once per worker instead of once per file, because the modules that runtime.cjs
 * keeps belong to its realm; without it each file has Node's test environment of its own. `timeoutMs` ends a test that hangs. Modules
 * run as they do when served (NODE_ENV): graphql-js looks twice at each object otherwise.
 */
module.exports = class PlatformEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { keepModules, timeoutMs } = config.projectConfig.testEnvironmentOptions;
    if (keepModules) {
      kept ??= new OneRealm(config);
      return kept.begin(timeoutMs);
    }
    super(config, context);
    this.global.process.env.NODE_ENV = 'production';
    this.timeoutMs = timeoutMs;
    return this;
  }

  handleTestEvent({ name }, state) {
    if (name === 'setup') state.testTimeout = this.timeoutMs;
  }
};
