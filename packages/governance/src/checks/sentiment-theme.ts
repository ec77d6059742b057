import type { Bilingual } from '../bilingual';
import type { InputProblem } from './input-problem';

/** Most characters of a theme, so that it is a word and tells no story. */
const LONGEST_THEME = 12;

/**
 * Checks the theme of a sentiment log. The district sees themes with their numbers, so a theme names a subject and no
 * person: a word of the street's list where it has one, otherwise a short word without digits.
 *
 * @param field path of the input
 * @param themes words of the street; none without a list
 */
export function sentimentTheme(
  field: string,
  theme: string | null,
  themes: readonly string[] = [],
): InputProblem | undefined {
  if (theme === null) return undefined;
  const message = themes.length > 0 ? notListed(theme, themes) : notAWord(theme);
  return message && { field, message };
}

function notListed(theme: string, themes: readonly string[]): Bilingual | undefined {
  if (themes.includes(theme)) return undefined;
  return {
    zh: `“${theme}”不是本街道的主题词。请选用：${themes.join('、')}，或不填`,
    en: `“${theme}” is no theme of this street. Use one of ${themes.join(', ')}, or omit this field`,
  };
}

function notAWord(theme: string): Bilingual | undefined {
  if (theme.length <= LONGEST_THEME && !/\p{N}/u.test(theme)) return undefined;
  return {
    zh: `“${theme}”不是主题词：主题词区级可见，至多 ${LONGEST_THEME} 个字，不含数字，不写人名和住址。请改用一个词，如“停车”`,
    en: `“${theme}” is no theme: the district sees themes, so they have at most ${LONGEST_THEME} characters, no digits, and name no person or address. Use one word, such as 停车`,
  };
}
