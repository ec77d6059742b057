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

const common = {
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '/jose/.+\\.js$': ['@swc/jest', ecmaScript] },
  // jose comes as ES modules only: Node can require them, Jest's module loader cannot.
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

module.exports = {
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
      displayName: 'unit',
      testMatch: ['<rootDir>/{packages,subgraphs,gateway}/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.db\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'db',
      testMatch: [
        '<rootDir>/{packages,subgraphs,gateway}/**/*.db.test.ts',
        '<rootDir>/tests/in-process/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/tests/support/start-postgres.cjs',
      globalTeardown: '<rootDir>/tests/support/stop-postgres.cjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/in-process/'],
    },
  ],
};
