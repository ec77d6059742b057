import { digestOfRecall, digestOfTransfer } from './book-entry';
import { compareBooks } from './compare-books';

const TRANSFER = { id: 't', streetCode: 'DAYU', voucher: '拨字1号', amount: '100.00' };
const digest = digestOfTransfer(TRANSFER);
const entry = (state: string, of = digest) => ({ id: 't', state, digest: of });
const compare = (own: string, other?: string, of?: string) =>
  compareBooks([entry(own)], new Map(other === undefined ? [] : [['t', entry(other, of)]]));

test('an amount is the same however it is written, and another amount is not', () => {
  expect(digestOfTransfer({ ...TRANSFER, amount: '100' })).toBe(digest);
  for (const change of [{ amount: '100.01' }, { streetCode: 'DATAI' }, { voucher: '拨字2号' }, { id: 'u' }]) {
    expect(digestOfTransfer({ ...TRANSFER, ...change })).not.toBe(digest);
  }
  const recall = { id: 'r', transferId: 't', amount: '1.00' };
  expect(digestOfRecall({ ...recall, amount: '1' })).toBe(digestOfRecall(recall));
  expect(digestOfRecall({ ...recall, transferId: 'u' })).not.toBe(digestOfRecall(recall));
});

test.each([
  ['an offer that the street has not answered', 'OFFERED', undefined],
  ['an answer that the district has not heard of', 'ACKNOWLEDGED', 'OFFERED'],
  ['the same answer', 'DECLINED', 'DECLINED'],
])('no difference: %s', (_, own, other) => {
  expect(compare(own, other)).toEqual({ differences: [], answered: [] });
});

test('an answer to what is open here is taken over', () => {
  expect(compare('REQUESTED', 'AGREED')).toEqual({ differences: [], answered: [entry('AGREED')] });
});

test.each([
  ['an answer that the other side does not know', 'ACKNOWLEDGED', undefined, undefined, 'UNKNOWN'],
  ['another amount', 'ACKNOWLEDGED', 'ACKNOWLEDGED', 'x', 'OTHER_CONTENT'],
  ['another amount in an open entry', 'OFFERED', 'ACKNOWLEDGED', 'x', 'OTHER_CONTENT'],
  ['another answer', 'ACKNOWLEDGED', 'DECLINED', undefined, 'OTHER_STATE'],
])('a difference: %s', (_, own, other, of, kind) => {
  expect(compare(own, other, of)).toEqual({ differences: [{ id: 't', kind }], answered: [] });
});
