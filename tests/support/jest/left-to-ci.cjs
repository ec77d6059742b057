/**
 * Suites that a plain `npm test` leaves to CI, and what it has in their place, by paths under `tests/` or the root. They take longest:
 * whole platforms, processes killed, walks over everything that there is. With `SEQUENCES=2` or when asked for by path they run.
 */
const LEFT_TO_CI = {
  'tests/platform/whole/whole.test.ts':
    'parts start in platform/starter-environment, streets answer in in-process/federation',
  'tests/platform/sample.test.ts':
    'in-process/sample has the sample year; the questions have tests of their own in a street',
  'tests/platform/users.test.ts': 'startup/users starts a cluster as another user',
  'tests/new-street/new-street.test.ts': 'in-process/street has streets with and without extras',
  'tests/deployment/processes.test.ts':
    'deployment/services and deployment/compose-file read what is deployed',
  'tests/startup/launcher.test.ts': 'startup/first-start and startup/orphans start and end it',
  'tests/crash/crash.test.ts': 'in-process/commands commits and retries without the kills',
  'tests/crash/funds/funds.test.ts': 'in-process/funds moves money without the kills',
  'tests/in-process/roles-at-the-gateway.test.ts': 'in-process/roles asks the streets the same',
  'tests/in-process/commands/nasty-values.test.ts':
    'in-process/commands/bad-input has the same kinds of values for fewer fields',
  'tests/in-process/reading/deep-queries.test.ts': 'in-process/reading has each relation one step deep',
  'tests/in-process/insight/page.test.ts': 'in-process/insight asks what the page asks, without a browser',
  'tests/in-process/year/a-year-in-one-street.test.ts': 'in-process/street has each of its steps',
  'tests/in-process/year/eighteen-months.test.ts': 'in-process/street judges each rule in a period',
  'tests/in-process/sequences/through-the-gateway.test.ts':
    'in-process/sequences/delegation-steps and its neighbours take such steps at a street',
  'tests/in-process/sample.test.ts':
    'in-process/sample-work and in-process/sample-chains read a loaded sample year',
  'tests/in-process/insight/views.test.ts': 'in-process/insight/rows reads such views',
  'tests/in-process/insight/street-faults.test.ts':
    'packages/warehouse/src/mirror/mirror follows a source that ends and returns',
  'packages/cli/src/backup/backup.db.test.ts':
    'in-process/commands/restored-copy goes on from a copy of a database',
  'packages/exports/src/broken-off.db.test.ts':
    'packages/odata/src/broken-off ends a client in the middle of an answer',
};

/** Patterns of the paths that this run leaves out. @param given arguments of Jest */
exports.leftOut = (given, sequences) => {
  const isAsked = given.some((each) => !each.startsWith('-') && each.includes('/'));
  if (isAsked || sequences > 1) return [];
  return Object.keys(LEFT_TO_CI).map((path) => `<rootDir>/${path.replaceAll('.', String.raw`\.`)}$`);
};

exports.LEFT_TO_CI = LEFT_TO_CI;
