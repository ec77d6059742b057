import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/project';
import { LEFT_TO_CI, leftOut } from '../support/jest/left-to-ci.cjs';

const ENDINGS = ['', '.test.ts', '.db.test.ts'];
const isThere = (path: string): boolean =>
  [ROOT, join(ROOT, 'tests')].some((folder) => ENDINGS.some((end) => existsSync(join(folder, path + end))));

test('each suite that is left to CI is there, and so is what a plain run has in its place', () => {
  const suites = Object.entries(LEFT_TO_CI);
  expect(suites.length).toBeGreaterThan(0);
  for (const [suite, instead] of suites) {
    const named = instead.match(/[\w-]+(?:\/[\w-]+)+/gu) ?? [];
    expect({ suite, named: named.length > 0 }).toEqual({ suite, named: true });
    expect([suite, ...named].filter((path) => !isThere(path))).toEqual([]);
    expect(named.filter((path) => suite.includes(`${path}.`))).toEqual([]);
  }
});

test('CI leaves out nothing, and neither does a run of a path', () => {
  expect(leftOut([], 1)).toHaveLength(Object.keys(LEFT_TO_CI).length);
  expect(leftOut(['--ci', '--json'], 1)).not.toEqual([]);
  expect(leftOut(['--ci'], 2)).toEqual([]);
  expect(leftOut(['--', 'tests/platform/whole'], 1)).toEqual([]);
});
