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
  let strict = false;
  for (const [written, value] of new URLSearchParams(search.replaceAll(OFFSET, '$1%2B'))) {
    // Power BI sends blanks of a query that is written over several lines.
    const sent = written.trim();
    const name = sent.replace(/^\$/, '').toLowerCase();
    if (ABSENT.has(name) && sent.startsWith('$')) throw absent(sent);
    if (sent.startsWith('@')) throw notOffered(sent, { zh: '请直接写出值', en: 'Write the value in place' });
    if (name === 'strict') strict = value === 'true';
    if (!isKnown(name)) {
      if (sent.startsWith('$')) throw unknown(sent);
      continue;
    }
    if (given.has(name)) {
      throw badRequest(`$${name}`, { zh: `$${name} 给了两次`, en: `$${name} is given twice` });
    }
    given.set(name, value);
  }
  const count = given.get('count') ?? 'false';
  if (count !== 'true' && count !== 'false') {
    throw badRequest('$count', { zh: '$count 应为 true 或 false', en: '$count is true or false' });
  }
  return {
    given,
    top: wholeNumber(given, 'top'),
    skip: wholeNumber(given, 'skip') ?? 0,
    count: count === 'true',
    strict,
  };
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

function wholeNumber(given: ReadonlyMap<Known, string>, name: 'top' | 'skip'): number | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badRequest(`$${name}`, {
    zh: `$${name} 应为不小于 0 的整数，而不是“${text}”`,
    en: `$${name} is a whole number from 0, not “${text}”`,
  });
}
