import { sentimentTheme } from './sentiment-theme';

const THEMES = ['停车', '环境卫生'];

test.each<[string, string | null, readonly string[] | undefined]>([
  ['none', null, undefined],
  ['none, where the street has a list', null, THEMES],
  ['a short word, where the street has no list', '停车', undefined],
  ['a short word, where the list is empty', '噪声', []],
  ['twelve characters', '停车位不足与占道停车问题', undefined],
  ['a word of the list', '环境卫生', THEMES],
])('%s is a theme', (_, theme, themes) => {
  expect(sentimentTheme('theme', theme, themes)).toBeUndefined();
});

test.each<[string, string, readonly string[] | undefined, string]>([
  ['a sentence', '三号楼前面停车位不足居民争吵', undefined, '至多 12 个字'],
  ['a number', '三号楼502', undefined, '不含数字'],
  ['a number in full width', '楼５０２', undefined, '不含数字'],
  ['a word that the list lacks', '噪声', THEMES, '请选用：停车、环境卫生'],
])('%s is none', (_, theme, themes, zh) => {
  const problem = sentimentTheme('logs.0.theme', theme, themes);
  expect(problem?.field).toBe('logs.0.theme');
  expect(problem?.message.zh).toContain(zh);
});
