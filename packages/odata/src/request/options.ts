import { badRequest, notOffered } from './problem';

/** System query options that are read, without `$`. */
const KNOWN = [
  'filter',
  'select',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'apply',
  'format',
  'skiptoken',
  'deltatoken',
] as const;

type Known = (typeof KNOWN)[number];

/** Options of the protocol that this service does not have. */
const ABSENT: ReadonlySet<string> = new Set(['expand', 'compute', 'levels', 'index', 'schemaversion', 'id']);

/** Query options as they were sent, decoded; further checks need the dataset. */
export interface Options {
  readonly given: ReadonlyMap<Known, string>;
  readonly top: number | undefined;
  readonly skip: number;
  readonly count: boolean;
  /** Refuse where a source is stale. */
  readonly strict: boolean;
}

const isKnown = (name: string): name is Known => KNOWN.some((each) => each === name);

/** Offsets of times that clients send without encoding the plus sign, which means a space in an address. */
const OFFSET = /(T\d{2}(?::|%3A)\d{2}(?:(?::|%3A)\d{2}(?:\.\d+)?)?)\+(?=\d{2}(?::|%3A)\d{2})/gi;

/**
 * Reads the options of an address. Those of the system are known without `$` too, and in any case.
 *
 * @param search part of the address that begins with `?`
 * @throws ODataProblem for what is not offered, unknown, or given twice
 */
export function readOptions(search: string): Options {
  const given = new Map<Known, string>();
  let strict: boolean | undefined;
  for (const [written, value] of new URLSearchParams(search.replaceAll(OFFSET, '$1%2B'))) {
    // Power BI sends blanks of a query that is written over several lines.
    const sent = written.trim();
    const name = sent.replace(/^\$/, '').toLowerCase();
    if (ABSENT.has(name) && sent.startsWith('$')) throw absent(sent);
    if (sent.startsWith('@')) throw notOffered(sent, { zh: '请直接写出值', en: 'Write the value in place' });
    if (sent === 'strict') {
      if (strict !== undefined) throw twice(sent);
      strict = truthOf(sent, value);
      continue;
    }
    if (!isKnown(name)) {
      if (sent.startsWith('$')) throw unknown(sent);
      continue;
    }
    if (given.has(name)) throw twice(`$${name}`);
    given.set(name, value);
  }
  return {
    given,
    top: wholeNumber(given, 'top'),
    skip: wholeNumber(given, 'skip') ?? 0,
    count: truthOf('$count', given.get('count') ?? 'false'),
    strict: strict ?? false,
  };
}

/** Options that one row takes. All others choose among rows. */
const OF_ROW: ReadonlySet<Known> = new Set(['select', 'format']);

/** @throws ODataProblem for an option that the address of one row does not take */
export function requireOptionsOfRow({ given }: Options): void {
  const other = [...given.keys()].find((name) => !OF_ROW.has(name));
  if (other === undefined) return;
  throw badRequest(`$${other}`, {
    zh: `一行的地址不接受 $${other}：请去掉，或对整个数据集使用`,
    en: `The address of one row does not take $${other}. Leave it out, or use it on the dataset`,
  });
}

const absent = (sent: string): Error =>
  notOffered(sent, {
    zh: '数据集是平表，关联对象的列已在其中',
    en: 'Datasets are flat and have columns of related objects',
  });

const unknown = (sent: string): Error =>
  badRequest(sent, {
    zh: `没有系统选项 ${sent}，可用：${KNOWN.map((each) => `$${each}`).join(', ')}`,
    en: `There is no system query option ${sent}. Choose from: ${KNOWN.map((each) => `$${each}`).join(', ')}`,
  });

const twice = (name: string): Error =>
  badRequest(name, { zh: `${name} 给了两次，请只给一次`, en: `${name} is given twice. Give it once` });

function truthOf(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw badRequest(name, {
    zh: `${name} 应为 true 或 false，而不是“${text}”`,
    en: `${name} is true or false, not “${text}”`,
  });
}

/** The most that `$top` and `$skip` take. */
const LARGEST = 999_999_999;

function wholeNumber(given: ReadonlyMap<Known, string>, name: 'top' | 'skip'): number | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= LARGEST) return Number(text);
  throw badRequest(`$${name}`, {
    zh: `$${name} 应为 0 至 ${LARGEST} 的整数，而不是“${text}”`,
    en: `$${name} is a whole number from 0 to ${LARGEST}, not “${text}”`,
  });
}
