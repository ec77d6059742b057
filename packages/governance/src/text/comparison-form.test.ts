import { comparisonForm, looksSame } from './comparison-form';

test.each([
  ['Kangxi radicals', '⼤⼯委〔2026〕1号', '大工委〔2026〕1号'],
  ['full-width digits', '大工委〔2026〕１号', '大工委〔2026〕1号'],
  ['the radical of stone', '⽯门营物业公司', '石门营物业公司'],
  ['the simplified radical of gate', '石⻔营物业公司', '石门营物业公司'],
  ['a compatibility ideograph', '\uF90A社', '金社'],
  ['zero-width characters', '大工\u200B委\uFEFF', '大工委'],
  ['a Hangul filler', '王\u3164敏', '王敏'],
  ['an ideographic space', '王\u3000敏', '王 敏'],
  ['several spaces', ' 王  敏\n', '王 敏'],
  ['a joiner between a letter and its accent', 'e\u200D\u0301', 'é'],
])('%s', (_what, one, other) => {
  expect(looksSame(one, other)).toBe(true);
});

test.each([
  ['大工委〔2026〕1号', '大工委〔2026〕2号'],
  ['石门营物业公司', '石门营物业 公司'],
  ['Health', 'HEALTH'],
])('%s and %s stay two', (one, other) => {
  expect(looksSame(one, other)).toBe(false);
});

test('a form is its own form, for every character', () => {
  for (let code = 1; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const form = comparisonForm(String.fromCodePoint(code));
    if (comparisonForm(form) !== form) throw new Error(`U+${code.toString(16)}`);
  }
});
