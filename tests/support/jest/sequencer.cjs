const { relative, sep } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/**
 * Files that take longest, longest first, those that wait for processes between those that compute. Jest orders by the durations
 * that it remembers, which a fresh clone does not have, and by the size of a file, which says little.
 */
const LONG = [
  'tests/platform/whole/whole.test.ts',
  'tests/in-process/roles.test.ts',
  'tests/crash/crash.test.ts',
  'tests/in-process/commands/nasty-values.test.ts',
  'tests/new-street/new-street.test.ts',
  'tests/in-process/reading/deep-queries.test.ts',
  'tests/startup/launcher.test.ts',
  'tests/in-process/roles-at-the-gateway.test.ts',
  'packages/cli/src/backup/backup.db.test.ts',
  'tests/in-process/reading/row-scopes.test.ts',
  'tests/platform/sample.test.ts',
  'tests/in-process/sequences/through-the-gateway.test.ts',
  'tests/in-process/year/a-year-in-one-street.test.ts',
  'tests/platform/users.test.ts',
  'tests/in-process/sample.test.ts',
  'tests/in-process/sample-chains.test.ts',
  'tests/in-process/street/sample-and-cadence.test.ts',
  'packages/cli/src/import/import.db.test.ts',
  'tests/in-process/roles-reading.test.ts',
  'tests/deployment/processes.test.ts',
];

/** Starts the long files first, so that at the end no worker is left alone with one. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path, context }) => {
      const file = relative(context.config.rootDir, path).split(sep).join('/');
      return LONG.includes(file) ? LONG.indexOf(file) : LONG.length;
    };
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
};
