/** Marks that a Chinese keyboard writes where GraphQL and JSON want another; full-width forms are derived. */
const MEANT: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': '"',
  '’': '"',
  '「': '"',
  '」': '"',
  '、': ',',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '｢': '"',
  '｣': '"',
  '￥': '$',
  '¥': '$',
  '…': '...',
  '—': '-',
  '–': '-',
};

/** Marks between sentences: their likes in ASCII have no place between fields either. */
const SEPARATORS = /[；。｡]/;

/** Marks of ASCII that neither GraphQL nor JSON has outside text, so that their full-width forms stand for none. */
const WITHOUT_MEANING = /[%'*+/<>?\\^`~]/;

/** U+FF01 to U+FF5E are the printable characters of ASCII in double width. */
const isFullWidth = (mark: string): boolean => /[\uFF01-\uFF5E]/.test(mark);
const ASCII_OFFSET = 0xfee0;

/** Spaces of other widths, and characters that have none: GraphQL and JSON know neither. */
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\u3164]/;
const UNSEEN = /[\u00A0\u2000-\u200F\u202A-\u202F\u205F-\u2064\u3000\u3164\uFEFF]/;

const FOREIGN = new RegExp(`[${Object.keys(MEANT).join('')}。｡\\uFF01-\\uFF5E]|${UNSEEN.source}`);

/**
 * Says of a character that a document cannot contain what it is and what to write instead, with its place; undefined for
 * one of ASCII.
 */
export function explainMark(text: string, index: number): string | undefined {
  const mark = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const { line, column } = placeAt(text, index);
  const zh = `第${line}行第${column}列`;
  const en = `line ${line}, column ${column}`;
  if (UNSEEN.test(mark)) return explainSpace(mark, zh, en);
  if (SEPARATORS.test(mark))
    return `${zh}的“${mark}”在此处没有意义，请删去，或改为半角逗号 · The character ${mark} at ${en} has no meaning there. Delete it, or replace it with a comma (,)`;
  const meant = isFullWidth(mark) ? String.fromCharCode(mark.charCodeAt(0) - ASCII_OFFSET) : MEANT[mark];
  if (meant !== undefined && !WITHOUT_MEANING.test(meant))
    return `${zh}的“${mark}”是中文标点或全角字符，请改为半角的 ${meant} · The character ${mark} at ${en} is Chinese or full-width punctuation. Replace it with ${meant}`;
  if (/\p{L}/u.test(mark))
    return `${zh}的“${mark}”不能用于名称：字段、变量等的名称由拉丁字母、数字和 _ 组成；文本请放在半角双引号（"）之间 · The character ${mark} at ${en} cannot be part of a name: names of fields, variables etc. consist of Latin letters, digits and _. Put text between straight quotes (")`;
  if (/^[\0-\x7F]/.test(mark)) return undefined;
  return `${zh}的“${mark}”在此处没有意义；文本请放在半角双引号（"）之间 · The character ${mark} at ${en} has no meaning there. Put text between straight quotes (")`;
}

function explainSpace(mark: string, zh: string, en: string): string {
  const name = `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (mark === '\u3000')
    return `${zh}是全角空格（${name}），请改为半角空格 · There is a full-width space (${name}) at ${en}. Replace it with an ordinary space`;
  return SPACES.test(mark)
    ? `${zh}有看不见的字符（${name}），请改为半角空格 · There is an invisible character (${name}) at ${en}. Replace it with an ordinary space`
    : `${zh}有看不见的字符（${name}），请删去 · There is an invisible character (${name}) at ${en}. Delete it`;
}

/** The place of the first such character outside JSON's strings; undefined when there is none. */
export function foreignMarkIn(json: string): number | undefined {
  const outside = json.replace(/"(?:[^"\\]|\\.)*"/gs, (string) => ' '.repeat(string.length));
  const index = outside.search(FOREIGN);
  return index < 0 ? undefined : index;
}

/** The place of a Chinese quotation mark that was to end a string which has no end on its line. */
export function foreignQuoteBefore(text: string, end: number): number | undefined {
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const opened = text.lastIndexOf('"', end - 1);
  const quote = text.slice(Math.max(start, opened), end).search(/[“”„＂]/);
  return quote < 0 ? undefined : Math.max(start, opened) + quote;
}

/** Counted from 1, as editors do. */
function placeAt(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
