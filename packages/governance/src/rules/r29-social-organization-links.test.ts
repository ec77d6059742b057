import { chinese, fieldsOf } from '../../test-support/violations';
import { r29, type OrganizationLinking } from './r29-social-organization-links';

const ORGANIZATION = { name: '夕阳红', kind: 'PROFESSIONAL', since: '2020-01-01' };
const LINKING: OrganizationLinking = {
  organizationId: 'b',
  organization: ORGANIZATION,
  since: '2026-11-18',
  links: [{ organizationId: 'a', since: '2026-01-01' }],
  today: '2026-11-18',
};

test.each<[string, Partial<OrganizationLinking>]>([
  ['a first', { links: [] }],
  [
    'one in the place of one that ended on that day',
    {
      links: [
        { organizationId: 'a', since: '2026-01-01' },
        { organizationId: 'c', since: '2026-01-01', until: '2026-11-18' },
      ],
    },
  ],
  [
    'the same again',
    { organizationId: 'c', links: [{ organizationId: 'c', since: '2026-01-01', until: '2026-11-18' }] },
  ],
  [
    'one since it was registered',
    { since: '2026-11-01', organization: { ...ORGANIZATION, since: '2026-11-01' } },
  ],
  ['a second', {}],
  ['a hub', { organization: { ...ORGANIZATION, kind: 'HUB' } }],
  ['one registered since today', { organization: { ...ORGANIZATION, since: '2026-11-18' } }],
  ['one whose last day is today', { organization: { ...ORGANIZATION, until: '2026-11-18' } }],
])('kept by %s', (_, change) => {
  expect(r29.check({ ...LINKING, ...change })).toEqual([]);
});

test.each<[string, Partial<OrganizationLinking>, string, string]>([
  [
    'a third',
    {
      links: [
        { organizationId: 'a', since: '2026-01-01' },
        { organizationId: 'c', since: '2026-01-01' },
      ],
    },
    'centerCode',
    '不能再对接第三个',
  ],
  [
    'a third in hindsight, while the second lasted',
    {
      since: '2026-11-01',
      links: [
        { organizationId: 'a', since: '2026-01-01' },
        { organizationId: 'c', since: '2026-01-01', until: '2026-11-17' },
      ],
    },
    'centerCode',
    '自 2026-11-01 起已对接2个',
  ],
  [
    'a third from before the second began',
    {
      since: '2026-01-01',
      links: [
        { organizationId: 'a', since: '2025-01-01' },
        { organizationId: 'c', since: '2026-02-01' },
      ],
    },
    'centerCode',
    '不能再对接第三个',
  ],
  [
    'the same again, while it lasted',
    {
      organizationId: 'c',
      since: '2026-10-01',
      links: [{ organizationId: 'c', since: '2026-01-01', until: '2026-11-01' }],
    },
    'organizationId',
    '请填 2026-11-01 或以后的日期',
  ],
  [
    'one from before it was registered',
    { since: '2026-11-01', organization: { ...ORGANIZATION, since: '2026-11-02' } },
    'organizationId',
    '自 2026-11-02 起',
  ],
  ['the same twice', { organizationId: 'a' }, 'organizationId', '已对接此社会组织'],
  ['one that is not registered', { organization: null }, 'organizationId', '没有所引用的社会组织'],
  [
    'a grassroots organization',
    { organization: { ...ORGANIZATION, kind: 'GRASSROOTS' } },
    'organizationId',
    '夕阳红是草根社会组织',
  ],
  [
    'one that has left the registry',
    { organization: { ...ORGANIZATION, until: '2026-11-17' } },
    'organizationId',
    '已于 2026-11-17 注销',
  ],
  [
    'one that is registered tomorrow',
    { organization: { ...ORGANIZATION, since: '2026-11-19' } },
    'organizationId',
    '自 2026-11-19 起',
  ],
])('broken by %s', (_, change, field, text) => {
  const violations = r29.check({ ...LINKING, ...change });
  expect(fieldsOf(r29, violations)).toEqual([field]);
  expect(chinese(violations)).toContain(text);
});

const MONTH = { month: '2026-10', today: '2026-11-01', center: '街道健康服务中心' };

test.each([
  ['a link', [{ since: '2026-10-31' }]],
  ['a link that ends on the last day', [{ since: '2026-01-01', until: '2026-10-31' }]],
  ['one of two', [{ since: '2026-01-01', until: '2026-03-01' }, { since: '2026-03-01' }]],
])('a month keeps it by %s', (_, links) => {
  expect(r29.check({ ...MONTH, links })).toEqual([]);
});

test.each([
  ['no link', []],
  ['a link that ended', [{ since: '2026-01-01', until: '2026-10-30' }]],
  ['a link that began later', [{ since: '2026-11-01' }]],
])('a month breaks it by %s, once it is over', (_, links) => {
  expect(fieldsOf(r29, r29.check({ ...MONTH, links }))).toEqual(['links']);
  expect(r29.check({ ...MONTH, links, today: '2026-10-31' })).toEqual([]);
});
