const Runtime = require('jest-runtime').default;

/** Modules that files of this worker have loaded, by path: the product's, the installed ones and the tests' support. */
const kept = new Map();

/** Serves what a kept module requires later. */
let current;

/**
 * Jest's module loader, except that a worker loads each module once instead of once per test file. Loading the platform
 * takes two seconds of CPU, of which a file has seldom as much to do. A test must undo what it changes in a module.
 */
module.exports = class KeepingRuntime extends Runtime {
  constructor(...options) {
    super(...options);
    this.registries.moduleRegistry = kept;
    current = this;
  }

  /** The `require` of a kept module belongs to the file that loaded it first, which is over. */
  requireModuleOrMock(from, moduleName) {
    return current === this
      ? super.requireModuleOrMock(from, moduleName)
      : current.requireModuleOrMock(from, moduleName);
  }

  teardown() {
    kept.delete(this._testPath);
    // What is left to clear is not the modules.
    this.registries.moduleRegistry = new Map();
    super.teardown();
  }
};
