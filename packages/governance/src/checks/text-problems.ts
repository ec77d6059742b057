import type { Bilingual } from '../bilingual';
import { hasWords, isBlank } from './facts';
import { comparisonForm } from '../text/comparison-form';

/** A kind of text that people give, in a command's input or in a file. */
export interface TextKind {
  /** Most characters it may have. */
  readonly longest: number;
  readonly checks: readonly TextCheck[];
}

interface TextCheck {
  readonly fails: (given: string) => boolean;
  readonly message: Bilingual;
}

/** PostgreSQL cannot hold U+0000, nor half of a surrogate pair. */
const STORABLE: TextCheck = {
  fails: (given) => /[\0\p{Surrogate}]/u.test(given),
  message: {
    zh: '不能含有字符 U+0000 或不成对的代理字符',
    en: 'must not contain the character U+0000 or an unpaired surrogate',
  },
};

/** A decoder puts it where it could not read the bytes: what stood there is lost. */
const DECODED: TextCheck = {
  fails: (given) => given.includes('\uFFFD'),
  message: {
    zh: '含有替换字符 U+FFFD（�），原来的字已在转码中丢失。请以 UTF-8 重新提供原文',
    en: 'contains U+FFFD (�): a character was lost in conversion. Provide the original text in UTF-8',
  },
};

/** `=cmd|…` and its like; a spreadsheet that opens an export would run them. A line of `====` is no formula. */
const FORMULA = /^\s*(?:[=＝](?![=＝])|[+\-@＋－＠].*[(!|])/su;

/** A cell, a name, or a sum: `+A1`, `@x`, `-1+1`. */
const REFERENCE =
  /^\s*[+\-@＋－＠]\s*(?:[A-Za-z_$][\w.$]*|\d+(?:\.\d+)?%?[ \t]*[-+*/^&<>]+[ \t]*[\w$])[\w.$% \t+*/^&<>:,-]*$/u;

/** A spreadsheet reads words with signs between them so; words after each other and telephone numbers are text. */
const SENTENCE = /[\w.$%]\s+[\w.$%]/;
const TELEPHONE = /^\+\d{1,3}(?:-\d{2,11})+$/;

const isReference = (given: string): boolean =>
  REFERENCE.test(given) && !SENTENCE.test(given) && !TELEPHONE.test(given);

const NO_FORMULA: TextCheck = {
  fails: (given) => FORMULA.test(given) || isReference(given),
  message: {
    zh: '不能以公式开头（=，或 +、-、@ 后接函数或引用）：电子表格打开时会执行',
    en: 'must not begin like a formula (=, or +, - or @ followed by a function or reference), since spreadsheets would run it',
  },
};

/** Characters that turn the direction of what comes after them, so that a reader sees another text than is there. */
const TURNING = '\\u202A-\\u202E\\u2066-\\u2069';

const STEERING_LINE = new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${TURNING}]`, 'u');
const ON_ONE_LINE: TextCheck = {
  fails: (given) => STEERING_LINE.test(given),
  message: {
    zh: '须为一行，不能含有换行、控制字符或改变书写方向的字符',
    en: 'must be one line, without control characters or characters that change the writing direction',
  },
};

const STEERING_TEXT = new RegExp(`(?![\\n\\r\\t])\\p{Cc}|[${TURNING}]`, 'u');
const STEERS_NOTHING: TextCheck = {
  fails: (given) => STEERING_TEXT.test(given),
  message: {
    zh: '不能含有换行和制表符以外的控制字符，或改变书写方向的字符',
    en: 'must not contain control characters other than line breaks and tabs, or characters that change the writing direction',
  },
};

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const SEEN: TextCheck = {
  fails: (given) => UNSEEN.test(given),
  message: { zh: '不能含有看不见的字符', en: 'must not contain invisible characters' },
};

const SAID: TextCheck = {
  fails: (given) => !hasWords(given),
  message: {
    zh: '须用文字写明，至少含一个汉字或字母',
    en: 'must be in words, with a letter or a Chinese character',
  },
};

const COMMON = [STORABLE, DECODED, NO_FORMULA];

/** A line: a code, a period, a number. It breaks no page and rings no bell. */
export const LINE: TextKind = { longest: 200, checks: [...COMMON, ON_ONE_LINE] };

/** A line by which things are told apart: the number of a document, the name of a person or a unit. */
export const MARK: TextKind = { longest: 200, checks: [...COMMON, ON_ONE_LINE, SEEN] };

/** Text of any kind, with lines and columns. */
export const TEXT: TextKind = { longest: 5000, checks: [...COMMON, STEERS_NOTHING] };

/** A line that says something: a title, a place, a purpose. */
export const TITLE: TextKind = { ...LINE, checks: [...LINE.checks, SAID] };

/** Text that says something: a reason, a content, an opinion. */
export const PROSE: TextKind = { ...TEXT, checks: [...TEXT.checks, SAID] };

const EMPTY: Bilingual = { zh: '不能为空', en: 'must not be empty' };
const INVISIBLE: Bilingual = {
  zh: '不能只含看不见的字符',
  en: 'must not consist of invisible characters only',
};

/**
 * All that is wrong with a text of this kind; empty when nothing is. Commands and imports ask the same.
 *
 * @param given without the space around it; its comparison form may be no longer than itself may, since indexes hold that
 */
export function problemsOfText({ longest, checks }: TextKind, given: string): readonly Bilingual[] {
  if (given === '') return [EMPTY];
  const problems = checks.filter(({ fails }) => fails(given)).map(({ message }) => message);
  // What cannot be seen at all is said to be so, and not described by its parts.
  if (isBlank(given)) return problems.includes(STORABLE.message) ? [STORABLE.message] : [INVISIBLE];
  if (Math.max(given.length, comparisonForm(given).length) <= longest) return problems;
  return [{ zh: `最多 ${longest} 字`, en: `${longest} characters at most` }, ...problems];
}
