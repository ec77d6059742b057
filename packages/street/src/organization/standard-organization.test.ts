import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { centerTypeNamed } from '@mtg/governance';
import { parse, stringify } from 'yaml';
import { standardOrganization } from './standard-organization';

interface Centers {
  readonly centers: readonly Readonly<Record<string, unknown>>[];
}

const STANDARD_FILE = join(__dirname, '..', '..', 'data', 'organization.yaml');

const standard = (): Centers['centers'] => {
  const { centers }: Centers = parse(readFileSync(STANDARD_FILE, 'utf8'));
  return centers;
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'mtg-organization-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const organizationOf = (centers: Centers['centers']) => {
  const file = join(folder, 'organization.yaml');
  writeFileSync(file, stringify({ centers }));
  return standardOrganization(file);
};

test('the seven, in the order of their foreign keys', () => {
  expect(standardOrganization().map(({ name, rows }) => [name, rows.length])).toEqual([
    ['functional-centers', 7],
    ['service-systems', 7],
    ['sections', 23],
    ['field-agencies', 3],
    ['posts', 30],
  ]);
});

test('imports of the district know each center by the names that streets have for it', () => {
  for (const { type, name, aliases = [] } of standard()) {
    for (const known of [name, ...(aliases as string[])]) expect(centerTypeNamed(String(known))).toBe(type);
  }
});

test('the order of the file is no matter', () => {
  expect(organizationOf(standard().toReversed()).map(({ rows }) => rows.length)).toEqual([7, 7, 23, 3, 30]);
});

test.each([
  ['six', () => standard().slice(1), 'GENERAL_AFFAIRS'],
  ['one of them doubled', () => [...standard(), ...standard().slice(1, 2)], 'HEALTH'],
  [
    'seven, one in place of another',
    () => [...standard().slice(1, 2), ...standard().slice(1)],
    'GENERAL_AFFAIRS',
  ],
])('%s: refused by rule R34, naming the type', (_what, centers, type) => {
  expect(() => organizationOf(centers())).toThrow(/^R34: /);
  expect(() => organizationOf(centers())).toThrow(type);
});

test.each([
  ['an eighth of another type', { ...standard()[0], type: 'TOURISM' }, 'centers.7.type'],
  ['a word that the file does not know', { ...standard()[0], telephone: '1' }, 'centers.7'],
  [
    'no sections',
    { ...standard()[0], sections: { source: 'seed:1', names: [] } },
    'centers.7.sections.names',
  ],
])('%s: refused, naming the place in the file', (_what, center, place) => {
  expect(() => organizationOf([...standard(), center])).toThrow(`organization.yaml\n  ${place}`);
});
