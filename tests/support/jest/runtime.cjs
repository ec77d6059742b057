const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** Modules that files of this worker have loaded, by path: the product's, the installed ones and the tests' support. */
const kept = new Map();

/** Modules of Jest itself, which load for each file too, but for its runner, which has the state of a file. */
const keptOfJest = new Map();

/**
 * In place of the AsyncLocalStorage by which Jest's runner knows the test that runs. Each file would leave one behind, which costs
 * every promise of all later files; and here tests run one after the other, never `test.concurrent`.
 */
class RunningTest {
  getStore() {
    return this.store;
  }

  async run(store, work) {
    const before = this.store;
    this.store = store;
    try {
      return await work();
    } finally {
      this.store = before;
    }
  }
}

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
    this.registries.internalModuleRegistry = keptOfJest;
    current = this;
    const { executor } = this;
    // In the worker's own realm (one-realm.cjs), where Jest would take the context of the environment.
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireInternalModule(from, to) {
    if (to === 'node:async_hooks' && from.includes('/jest-circus/'))
      return { AsyncLocalStorage: RunningTest };
    return current === this ? super.requireInternalModule(from, to) : current.requireInternalModule(from, to);
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
    for (const path of keptOfJest.keys()) if (path.includes('/jest-circus/')) keptOfJest.delete(path);
    this.registries.internalModuleRegistry = new Map();
    super.teardown();
  }
};
