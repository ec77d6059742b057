import { fieldsOf } from '../../test-support/violations';
import { r26, type Conveyance, type Highlight } from './r26-conveying-and-highlights';

const CONVEYANCE: Conveyance = {
  kind: 'CONVEYANCE',
  issuer: 'CENTRAL',
  title: '中央城市工作会议',
  priorities: '社区服务',
  communityCode: '110109001001',
  conveyedOn: '2026-11-18',
  today: '2026-11-18',
};
const HIGHLIGHT: Highlight = {
  kind: 'HIGHLIGHT',
  title: '楼门长',
  content: '自治',
  communityCode: '110109001001',
};

test.each(['CENTRAL', 'MUNICIPAL_PARTY_COMMITTEE', 'DISTRICT_PARTY_COMMITTEE'])(
  'kept by what %s issued, conveyed today',
  (issuer) => {
    expect(r26.check({ ...CONVEYANCE, issuer })).toEqual([]);
  },
);

test('kept by a highlight of a community', () => {
  expect(r26.check(HIGHLIGHT)).toEqual([]);
});

test.each<[string, Partial<Conveyance>, string[]]>([
  ['another issuer', { issuer: 'STREET' }, ['issuer']],
  ['no title', { title: '' }, ['title']],
  ['no priorities', { priorities: null }, ['priorities']],
  ['no community', { communityCode: undefined }, ['communityCode']],
  ['a day to come', { conveyedOn: '2026-11-19' }, ['conveyedOn']],
  ['a day that is none', { conveyedOn: '' }, ['conveyedOn']],
])('conveying breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r26, r26.check({ ...CONVEYANCE, ...change }))).toEqual(fields);
});

test.each<[string, Partial<Highlight>, string[]]>([
  ['no title', { title: null }, ['title']],
  ['no content', { content: ' ' }, ['content']],
  ['no community', { communityCode: '' }, ['communityCode']],
])('a highlight breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r26, r26.check({ ...HIGHLIGHT, ...change }))).toEqual(fields);
});
