import { parseValue } from 'graphql';
import { StrictDate, StrictDateTime, StrictUUID } from './scalars';

const ID = '019ad86e-a040-780b-874e-9c9ced0e5975';

/** The message about a value among the variables, which must be the same in the document. */
function said(scalar: typeof StrictDate, value: unknown): string {
  const attempts = [
    () => scalar.parseValue(value),
    ...(typeof value === 'string' || Number.isInteger(value)
      ? [() => scalar.parseLiteral(parseValue(JSON.stringify(value)), {})]
      : []),
  ];
  const sentences = attempts.map((attempt) => {
    try {
      return `taken: ${String(attempt())}`;
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(new Set(sentences).size).toBe(1);
  return sentences[0] ?? '';
}

describe('UUID', () => {
  test.each([
    `${ID}}`,
    `{${ID}}`,
    `{${ID}`,
    ID.replaceAll('-', ''),
    ` ${ID}`,
    `${ID}\n`,
    '',
    '张三',
    5,
    null,
    {},
    [ID],
  ])('refuses %j', (value) => {
    const sentence = said(StrictUUID, value);
    expect(sentence).toMatch(/^须为 UUID.* · must be a UUID/);
    expect(sentence).not.toContain('张三');
  });

  test('takes capital letters for small ones, every time', () => {
    for (let time = 0; time < 3; time += 1) expect(StrictUUID.parseValue(ID.toUpperCase())).toBe(ID);
  });
});

describe('Date', () => {
  test.each<[unknown, string]>([
    ['2026/1/1', '2026-01-01'],
    ['2026.1.1', '2026-01-01'],
    ['2026-1-1', '2026-01-01'],
    ['2026年1月1日', '2026-01-01'],
    ['２０２６－０１－０１', '2026-01-01'],
    ['20260101', '2026-01-01'],
    [20260101, '2026-01-01'],
    [' 2026-01-01 ', '2026-01-01'],
    ['2026-01-01T00:00:00Z', '2026-01-01'],
    ['2026/1/1 8:30', '2026-01-01'],
  ])('of %j: say %s', (given, day) => {
    expect(said(StrictDate, given)).toBe(`日期请写作 ${day} · write the date as ${day}`);
  });

  test.each(['2026-02-30', '2026/2/30', '2026年13月1日', '0000-01-01'])('%s is no day', (given) => {
    expect(said(StrictDate, given)).toMatch(/^\d{4}-\d\d-\d\d 这一天不存在/);
  });

  test.each(['明天', '张三', '1/1/2026', '+010000-01-01', '', true, 1.5, {}, []])('%j is none', (given) => {
    const sentence = said(StrictDate, given);
    expect(sentence).toMatch(/^须为日期，写作 2026-01-31/);
    expect(sentence).not.toContain('张三');
  });

  test('is midnight in UTC', () => {
    expect(StrictDate.parseValue('2026-02-28')).toEqual(new Date('2026-02-28T00:00:00Z'));
  });
});

describe('DateTime', () => {
  test.each<[unknown, string]>([
    ['2026-01-01', '2026-01-01T00:00:00+08:00'],
    ['2026-01-01 08:00', '2026-01-01T08:00:00+08:00'],
    ['2026-01-01T08:00:00', '2026-01-01T08:00:00+08:00'],
    ['2026年1月1日 8时30分', '2026-01-01T08:30:00+08:00'],
    ['2026/1/1 8:30:05Z', '2026-01-01T08:30:05Z'],
    ['2026-01-01T08:00:00+0800', '2026-01-01T08:00:00+08:00'],
  ])('of %j: say %s', (given, instant) => {
    expect(said(StrictDateTime, given)).toContain(`write ${instant}`);
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:59:60Z',
    'now',
    1767225600000,
    {},
  ])('refuses %j', (given) => {
    expect(said(StrictDateTime, given)).not.toMatch(/^taken/);
  });

  test('takes instants of any zone', () => {
    for (const given of ['2026-01-01T08:00:00+08:00', '2026-01-01t00:00:00z', '2026-01-01T00:00:00.000Z']) {
      expect(StrictDateTime.parseValue(given)).toEqual(new Date('2026-01-01T00:00:00Z'));
    }
  });
});
