import { english, fieldsOf } from '../../test-support/violations';
import { r30, type CatalogueIssue, type CitedProcurement } from './r30-procurement-catalogue';

const ISSUE: CatalogueIssue = {
  year: 2026,
  issuedOn: '2026-03-01',
  today: '2026-03-01',
  survey: { concludedOn: '2026-03-01' },
  needs: 1,
};
const PROJECT: CitedProcurement = {
  need: { title: '助老服务', catalogueNumber: '门社工〔2026〕1号', catalogueYear: 2026, inForce: true },
  organization: { name: '夕阳红', kind: 'PROFESSIONAL', since: '2020-01-01' },
  startsOn: '2026-11-18',
  today: '2026-11-18',
};

test('kept by a catalogue on a survey, and by a project that cites it and an organization', () => {
  expect(r30.check(ISSUE)).toEqual([]);
  for (const kind of ['PROFESSIONAL', 'HUB', 'GRASSROOTS']) {
    const organization = { name: '夕阳红', kind, since: '2020-01-01' };
    expect(r30.check({ ...PROJECT, organization })).toEqual([]);
  }
});

test.each<[string, Partial<CatalogueIssue>, string[]]>([
  ['a second of the year', { standing: '门社工〔2026〕1号' }, ['year']],
  ['a day to come', { issuedOn: '2026-03-02' }, ['issuedOn']],
  ['no survey', { survey: null }, ['surveyId']],
  ['a later survey', { survey: { concludedOn: '2026-03-02' } }, ['surveyId']],
  ['no need', { needs: 0 }, ['needs']],
])('a catalogue breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r30, r30.check({ ...ISSUE, ...change }))).toEqual(fields);
});

const { need, organization } = PROJECT;

test.each<[string, Partial<CitedProcurement>, string, string]>([
  ['no need', { need: null }, 'needId', 'in no catalogue'],
  ['a need without a title', { need: need && { ...need, title: ' ' } }, 'needId', 'in no catalogue'],
  ['a replaced catalogue', { need: need && { ...need, inForce: false } }, 'needId', 'has been replaced'],
  [
    'an organization that was registered after the beginning',
    { startsOn: '2019-12-31' },
    'organizationId',
    'is registered only from 2020-01-01 on',
  ],
  ['no organization', { organization: null }, 'organizationId', 'is not registered'],
  [
    'an organization that has left',
    { organization: organization && { ...organization, until: '2026-11-17' } },
    'organizationId',
    'left the registry on 2026-11-17',
  ],
])('a project breaks it by %s', (_, change, field, text) => {
  const violations = r30.check({ ...PROJECT, ...change });
  expect(fieldsOf(r30, violations)).toEqual([field]);
  expect(english(violations)).toContain(text);
});

test('a year without a catalogue breaks it once it is over', () => {
  const year = { year: '2026', today: '2027-01-01', catalogues: [{ year: 2025 }] };
  expect(fieldsOf(r30, r30.check(year))).toEqual(['catalogues']);
  expect(r30.check({ ...year, today: '2026-12-31' })).toEqual([]);
  expect(r30.check({ ...year, catalogues: [{ year: 2026 }] })).toEqual([]);
});
