import { checkCommunityCode, checkStreetDivisionCode } from './division-code';
import { shownCode } from './shown-code';

test.each(['DAYU', '110109001001', 'party-centre_2', 'R22'])('%s has the form of a code', (code) => {
  expect(shownCode(code)).toBe(code);
});

test.each(['', 'SECRET褚四', '褚四', 'a b', 'a\n', 'x@example.cn', 'A'.repeat(65)])(
  '%j has not, and is not repeated',
  (words) => {
    expect(shownCode(words)).toBe('…');
  },
);

test('the text of a division code does not repeat words', () => {
  for (const refusal of [
    checkCommunityCode('SECRET褚四', '110109001'),
    checkStreetDivisionCode('SECRET褚四'),
  ]) {
    expect(refusal?.message.zh).toContain('“…”');
    expect(JSON.stringify(refusal)).not.toContain('褚四');
  }
});
