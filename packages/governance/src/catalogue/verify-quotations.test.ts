import { verifyQuotations } from './verify-quotations';

const STUDY = ['# 题', '', '甲乙丙。经成员单', '', '位提请,可召开 会议。', '另一行'].join('\n');

test.each([
  ['in one line', '甲乙丙。', [3]],
  ['cut across two lines', '经成员单位提请,可召开会议。', [3, 5]],
  ['whatever the whitespace', '可召开会 议。', [5]],
])('a sentence stands: %s', (_, sentence, lines) => {
  expect(verifyQuotations(STUDY, [{ code: 'R05', sentence, lines }])).toEqual([]);
  expect(verifyQuotations(STUDY.replaceAll('\n', '\r\n'), [{ code: 'R05', sentence, lines }])).toEqual([]);
});

test.each([
  ['no line', '甲乙丙。', [], 'NO_LINE_CITED'],
  ['a line after the end', '甲乙丙。', [3, 7], 'LINE_BEYOND_DOCUMENT'],
  ['a line before the start', '甲乙丙。', [0], 'LINE_BEYOND_DOCUMENT'],
  ['another line', '甲乙丙。', [5], 'NOT_AT_CITED_LINES'],
  ['other words', '甲乙丁。', [3], 'NOT_AT_CITED_LINES'],
  ['other punctuation', '位提请，可召开会议。', [5], 'NOT_AT_CITED_LINES'],
  ['lines in the wrong order', '经成员单位提请', [5, 3], 'NOT_AT_CITED_LINES'],
  ['one line too many', '经成员单位提请', [3, 5, 6], 'LINE_NOT_NEEDED'],
  ['one line too many before', '位提请', [3, 5], 'LINE_NOT_NEEDED'],
])('a quotation is wrong: %s', (_, sentence, lines, reason) => {
  const problems = verifyQuotations(STUDY, [{ code: 'R05', sentence, lines }]);
  expect(problems).toMatchObject([{ rule: 'R05', reason }]);
  expect(problems[0]?.message.zh).toMatch(/^R05：/u);
  expect(problems[0]?.message.en).toMatch(/^R05: /u);
});

test('every rule is looked at, in order', () => {
  const rules = [
    { code: 'R01', sentence: '不在', lines: [3] },
    { code: 'R02', sentence: '另一行', lines: [6] },
    { code: 'R03', sentence: '也不在', lines: [3] },
  ] as const;
  expect(verifyQuotations(STUDY, rules).map(({ rule }) => rule)).toEqual(['R01', 'R03']);
});
