import { actAs } from '../../test-support/act';
import { conveyedDocument, recordedHighlight } from './conveyance';

const head = actAs('CENTER_HEAD');
const DOCUMENT = {
  issuer: 'CENTRAL',
  title: '中央城市工作会议',
  priorities: '社区服务',
  communityCode: '110109001001',
  conveyedOn: '2026-11-18',
} as const;
const HIGHLIGHT = { title: '楼门长', content: '自治', communityCode: '110109001001' };

test('a document is conveyed and a highlight recorded with what R26 asks for', () => {
  expect(conveyedDocument(head, DOCUMENT)).toEqual(DOCUMENT);
  expect(recordedHighlight(head, HIGHLIGHT)).toEqual(HIGHLIGHT);
});

test.each([
  ['of no issuer', { issuer: null }, 'R26 issuer'],
  ['on a day to come', { conveyedOn: '2026-11-19' }, 'R26 conveyedOn'],
])('no document is conveyed %s', (_, change, refusal) => {
  expect(() => conveyedDocument(head, { ...DOCUMENT, ...change })).toThrow(refusal);
});

test('no highlight is recorded of no community', () => {
  expect(() => recordedHighlight(head, { ...HIGHLIGHT, communityCode: null })).toThrow('R26 communityCode');
});
