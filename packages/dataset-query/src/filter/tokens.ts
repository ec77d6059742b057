import { NotOffered, QueryProblem } from '../query-problem';
import type { Literal } from './condition';

export type Token =
  | { readonly kind: 'NAME'; readonly text: string; readonly at: number }
  | { readonly kind: 'MARK'; readonly text: '(' | ')' | ','; readonly at: number }
  | { readonly kind: 'LITERAL'; readonly value: Literal; readonly text: string; readonly at: number };

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})(?!\w)/;
/** A time without its offset. */
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]*/;
const DATE = /^\d{4}-\d{2}-\d{2}(?![\w-])/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/i;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
/** With the type before it as versions before 4 wrote it: `datetime'2026-07-01T00:00:00Z'`. What it is follows from the column. */
const TEXT = /^(?:(?:datetime(?:offset)?|guid|date)(?='))?'(?:[^']|'')*'/i;

/** In this order: an id may begin like a number, and a time like a day. */
const LITERALS: readonly (readonly [Literal['literal'], RegExp])[] = [
  ['ID', ID],
  ['INSTANT', INSTANT],
  ['DATE', DATE],
  ['NUMBER', NUMBER],
];

const WORDS: ReadonlyMap<string, Literal> = new Map([
  ['true', { kind: 'VALUE', literal: 'BOOLEAN', text: 'true' }],
  ['false', { kind: 'VALUE', literal: 'BOOLEAN', text: 'false' }],
  ['null', { kind: 'VALUE', literal: 'NULL', text: '' }],
]);

/**
 * Takes a filter apart.
 *
 * @throws QueryProblem for a character that begins nothing, and for a text without its end
 */
export function tokensOf(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < filter.length;) {
    const rest = filter.slice(at);
    const space = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const token = tokenAt(rest, at, /[\p{L}\p{N}_)]$/u.test(filter.slice(Math.max(0, at - 2), at)));
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** @param isPath true behind a name, which a slash continues */
function tokenAt(rest: string, at: number, isPath: boolean): Token {
  const [mark] = rest;
  if (mark === '(' || mark === ')' || mark === ',') return { kind: 'MARK', text: mark, at };
  const text = TEXT.exec(rest)?.[0];
  if (text !== undefined) {
    const value: Literal = {
      kind: 'VALUE',
      literal: 'TEXT',
      text: text.slice(text.indexOf("'") + 1, -1).replaceAll("''", "'"),
    };
    return { kind: 'LITERAL', value, text, at };
  }
  if (mark === "'") {
    throw new QueryProblem('filter', {
      zh: `第 ${at + 1} 个字符起的文本没有结束的单引号，请补上（文本中的单引号写两个）`,
      en: `the text that begins at character ${at + 1} has no closing quotation mark. Add it (write a quotation mark within a text twice)`,
    });
  }
  const time = INSTANT.test(rest) ? undefined : LOCAL_TIME.exec(rest)?.[0];
  if (time !== undefined) {
    throw new QueryProblem('filter', {
      zh: `第 ${at + 1} 个字符起的时间“${time}”没有时区，应为 2026-07-01T08:00:00+08:00`,
      en: `the time “${time}” at character ${at + 1} has no offset, or is not whole. Give a time such as 2026-07-01T08:00:00+08:00`,
    });
  }
  for (const [literal, pattern] of LITERALS) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) {
      return { kind: 'LITERAL', value: { kind: 'VALUE', literal, text: found }, text: found, at };
    }
  }
  if (isPath && /^\/[\p{L}_$]/u.test(rest)) {
    throw new NotOffered('filter', {
      zh: '数据集是平表，没有 any、all 和关联对象的路径；请直接写列名，文本列表用 contains',
      en: 'datasets are flat, without any, all and paths to related objects. Name a column, and look into a list of texts by contains',
    });
  }
  // Their types would not be read.
  if (/^(?:cast|isof)\s*\(/i.test(rest)) {
    throw new NotOffered('filter', {
      zh: '没有 cast 和 isof，请写与列同类的值',
      en: 'there is neither cast nor isof. Give a value of the type that the column has',
    });
  }
  const name = NAME.exec(rest)?.[0];
  if (name === undefined) {
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    throw new QueryProblem('filter', {
      zh: `第 ${at + 1} 个字符“${character}”无法识别，请删去或加引号`,
      en: `character ${at + 1}, “${character}”, begins nothing known. Remove it, or put the text in quotation marks`,
    });
  }
  const value = WORDS.get(name);
  return value ? { kind: 'LITERAL', value, text: name, at } : { kind: 'NAME', text: name, at };
}
