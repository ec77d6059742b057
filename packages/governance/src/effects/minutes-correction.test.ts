import { actAs } from '../../test-support/act';
import { issuedMinutesCorrection } from './minutes-correction';

const clerk = actAs('COMMITTEE_CLERK');
const DRAFT = {
  minutes: { state: 'ISSUED', version: 3 },
  reads: '由健康中心落实三处',
  text: '由健康中心落实四处',
  reason: '记录有误',
  number: '大峪纪更〔2026〕1号',
} as const;

test('a correction names the old and the new words, the reason and its issuer', () => {
  expect(issuedMinutesCorrection(clerk, DRAFT)).toEqual({
    number: '大峪纪更〔2026〕1号',
    oldText: '由健康中心落实三处',
    newText: '由健康中心落实四处',
    reason: '记录有误',
    issuer: 'COMMITTEE_CLERK:1',
    role: 'COMMITTEE_CLERK',
  });
});

test.each<[string, object, string]>([
  ['of a draft', { minutes: { state: 'DRAFT', version: 1 } }, 'reviseMinutes'],
  ['without words as its reason', { reason: '……' }, 'input.reason'],
  ['that changes nothing', { text: DRAFT.reads }, 'input.text'],
])('none is issued %s', (_, change, refusal) => {
  expect(() => issuedMinutesCorrection(clerk, { ...DRAFT, ...change })).toThrow(refusal);
});
