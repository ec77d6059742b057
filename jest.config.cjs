const { availableParallelism } = require('node:os');
const { leftOut } = require('./tests/support/jest/left-to-ci.cjs');

/**
 * Tests run from the sources (the `source` export condition), compiled by swc with the same decorator metadata
 * that tsc emits. Only globalSetup and the processes that tests start use the compiled `dist`.
 */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

const ecmaScript = {
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
};

/**
 * A worker loads each module once (tests/support/jest). Coverage is counted per file, and the nightly run looks whether
 * tests depend on each other by what they leave in a module: both load everything anew for each file.
 */
const isCovered = process.argv.some((flag) => /^--(coverage|collectCoverage)/.test(flag));
// oxlint-disable-next-line node/no-process-env
const keepModules = !isCovered && !process.env.ISOLATED;

/** How many times as often as usual a property is tried (tests/support/runs.ts). */
// oxlint-disable-next-line node/no-process-env
const sequences = Math.max(1, Number(process.env.SEQUENCES ?? 1));

const left = leftOut(process.argv.slice(2), sequences);

/** Ends a test that hangs. What a test waits for it waits for by a condition, never for a time. */
const environment = (timeoutMs) => ({
  testEnvironment: '<rootDir>/tests/support/jest/environment.cjs',
  testEnvironmentOptions: {
    keepModules,
    timeoutMs,
    customExportConditions: ['source', 'node', 'node-addons'],
  },
  ...(keepModules && { runtime: '<rootDir>/tests/support/jest/runtime.cjs' }),
});
const QUICK = environment(30_000);
/** For tests that start databases or processes, of which a busy machine has several under way. */
const PATIENT = environment(180_000 * sequences);

const common = {
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '/(jose|hyparquet|hyparquet-writer|hucre)/.+\\.m?js$': ['@swc/jest', ecmaScript],
  },
  // These come as ES modules only: Node can require them, Jest's module loader cannot.
  transformIgnorePatterns: ['/node_modules/(?!(?:jose|hyparquet|hyparquet-writer|hucre)/)'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

module.exports = {
  // Jest's own default is one worker fewer than there are cores. Half of a test is waiting for databases and processes: on two
  // cores four workers took 360 s where three took 386 and, of an earlier state, three 481 where two took 540. More than four would
  // want more than the 8 GB that these may come to.
  maxWorkers: Math.min(availableParallelism() + 2, 4),
  testSequencer: '<rootDir>/tests/support/jest/sequencer.cjs',
  collectCoverageFrom: [
    '{packages,subgraphs,gateway}/**/*.ts',
    '!**/*.test.ts',
    '!**/dist/**',
    '!**/test-support/**',
    '!**/main.ts',
  ],
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'lcov'],
  projects: [
    {
      ...common,
      ...QUICK,
      displayName: 'unit',
      testMatch: ['<rootDir>/{packages,subgraphs,gateway}/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.db\\.test\\.ts$', ...left],
    },
    {
      ...common,
      ...PATIENT,
      displayName: 'db',
      testPathIgnorePatterns: left,
      testMatch: [
        '<rootDir>/{packages,subgraphs,gateway}/**/*.db.test.ts',
        '<rootDir>/tests/in-process/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/tests/support/start-postgres.cjs',
      globalTeardown: '<rootDir>/tests/support/stop-postgres.cjs',
    },
    {
      ...common,
      ...PATIENT,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/in-process/', ...left],
      globalSetup: '<rootDir>/tests/support/start-clusters.cjs',
      globalTeardown: '<rootDir>/tests/support/remove-clusters.cjs',
    },
  ],
};
