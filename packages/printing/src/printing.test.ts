import { readDocx, readPdf, textOfPdf, textOfXml, type ReadPage } from '../test-support/read-documents';
import { toDocx, toPdf, type OfficialDocument } from './index';
import { MissingCharacters } from './parts';

const LONG = '各中心要落实汛期值班制度，对地质灾害隐患点逐一排查，建立台账，明确责任人和完成时限。';

const DOCUMENT: OfficialDocument = {
  marks: ['样例'],
  copyNumber: '000001',
  classification: '秘密',
  authority: '大峪街道集中反馈',
  number: 'DAYU-F-2026-0001',
  signatory: '王喆',
  title: '关于汛期隐患排查完成情况的报告',
  recipients: ['区委', '区政府'],
  text: [
    { kind: 'TEXT', text: '现将完成情况反馈如下。' },
    ...[1, 2, 12].map((number) => ({ kind: 'ITEM', level: 1, number, text: LONG }) as const),
    { kind: 'ITEM', level: 2, number: 3, text: '二级' },
    { kind: 'ITEM', level: 3, number: 3, text: '三级' },
    { kind: 'ITEM', level: 4, number: 3, text: '四级' },
    { kind: 'FACT', name: '出席', text: '公共安全中心' },
  ],
  attachments: ['台账', '值班表'],
  signature: '大峪街道',
  date: '2026-03-05',
  imprint: { copies: ['区委办公室'], printedBy: '大峪街道', printedOn: '2026-11-27' },
};

/** All of it in the order of the standard, without spaces. */
const WORDS = [
  '000001',
  '秘密',
  '大峪街道集中反馈',
  'DAYU-F-2026-0001',
  '签发人：王喆',
  '关于汛期隐患排查完成情况的报告',
  '区委，区政府：',
  '现将完成情况反馈如下。',
  `一、${LONG}`,
  `二、${LONG}`,
  `十二、${LONG}`,
  '（三）二级',
  '3.三级',
  '（3）四级',
  '出席：公共安全中心',
  '附件：1.台账',
  '2.值班表',
  '大峪街道',
  '2026年3月5日',
  '抄送：区委办公室。',
  '大峪街道',
  '2026年11月27日印发',
];

const texts = (count: number): OfficialDocument['text'] =>
  Array.from({ length: count }, () => ({ kind: 'TEXT', text: LONG }));

const near = (value: number | undefined, expected: number, by = 0.6): void =>
  expect(Math.abs((value ?? NaN) - expected)).toBeLessThan(by);

describe('a PDF', () => {
  let pdf: Buffer;
  let pages: readonly ReadPage[];
  const find = (words: string) => {
    const texts = pages.flatMap((page) => page.texts);
    const found = texts.find(({ text }) => text.replaceAll(/\s/g, '').includes(words));
    if (!found) throw new Error(`${words} is not there`);
    return found;
  };
  beforeAll(async () => {
    pdf = await toPdf(DOCUMENT);
    pages = readPdf(pdf);
  });

  test('has every part in the order of the standard', () => {
    const text = pages
      .flatMap(({ texts }) => texts.filter(({ baseline }) => baseline > 37 && baseline < 263))
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '');
    expect(text).toBe(WORDS.join(''));
  });

  test('is A4 with the margins of the standard, and the sizes of title, text and imprint', () => {
    for (const { width, height } of pages) {
      near(width, 210);
      near(height, 297);
    }
    near(find('区委，区政府').left, 28);
    near(find('现将完成').left, 28 + (2 * 156) / 28);
    expect(find('现将完成').size).toBe(16);
    expect(find('关于汛期').size).toBe(22);
    expect(find('抄送').size).toBe(14);
    const lines = pages.flatMap(({ texts }) => texts.filter(({ size }) => size === 16));
    expect(Math.max(...lines.map(({ right }) => right))).toBeLessThan(210 - 26 + 1);
  });

  test('has 22 lines a page, the authority 35 mm below the text area’s edge, the imprint at the foot', () => {
    const plain = pages.at(0)?.texts.filter(({ text }) => text.startsWith('一、') || text.startsWith('二、'));
    near(((plain?.[1]?.baseline ?? 0) - (plain?.[0]?.baseline ?? 0)) / 2, 225 / 22, 0.3);
    const authority = find('大峪街道集中反馈');
    expect(authority.baseline).toBeGreaterThan(37 + 35);
    expect(authority.baseline).toBeLessThan(37 + 35 + 20);
    near(find('2026年11月27日印发').baseline, 297 - 35, 8);
  });

  test('numbers odd pages at the right and even ones at the left, and marks the head of each', async () => {
    const long = await toPdf({ ...DOCUMENT, text: texts(30) });
    pages = readPdf(long);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ texts }, index) => {
      const number = texts.filter(({ baseline }) => baseline > 263);
      expect(number.map(({ text }) => text).join('')).toBe(`— ${index + 1} —`);
      if (index % 2 === 0) expect(number[0]?.left).toBeGreaterThan(150);
      else near(number[0]?.left, 28 + 5, 1);
      const head = texts.filter(({ baseline }) => baseline < 37).map(({ text }) => text);
      expect(head.join('').replaceAll(/\s/g, '')).toBe('样例');
    });
  });

  test('an imprint that has no room goes to the foot of the next page whole', async () => {
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const document = { ...DOCUMENT, text: texts(count) };
      const last = readPdf(await toPdf(document)).at(-1);
      const text = last?.texts.map((each) => each.text).join('') ?? '';
      expect(text.replaceAll(/\s/g, '')).toContain('抄送：区委办公室。大峪街道2026年11月27日印发');
      const printed = last?.texts.find(({ text: words }) => words.includes('印发'));
      near(printed?.baseline, 297 - 35, 8);
    }
  });

  test('has its signature in the middle above the date', () => {
    const [signature, date] = ['大峪街道', '2026年3月5日'].map((words) => {
      const found = pages
        .flatMap((page) => page.texts)
        .findLast(({ text, size }) => size === 16 && text === words);
      return found ? (found.left + found.right) / 2 : NaN;
    });
    near(signature, date ?? NaN, 2);
  });

  test('moves recipients that would fill its first page to the imprint, above the copies', async () => {
    const recipients = Array.from({ length: 28 }, (_, index) => `门头沟区第${index + 1}分局`);
    const document = { ...DOCUMENT, recipients };
    const [first, ...others] = readPdf(await toPdf(document));
    const last = others.at(-1);
    const inOne = (page: ReadPage | undefined) =>
      page?.texts
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '');
    expect(inOne(first)).toContain('现将完成情况反馈如下。');
    expect(inOne(first)).not.toContain('门头沟区第1分局');
    const list = `主送：${recipients.join('，')}。`;
    expect(inOne(last)).toContain(`${list}抄送：区委办公室。大峪街道2026年11月27日印发`);
    const small = last?.texts.filter(({ size, baseline }) => size === 14 && baseline < 263) ?? [];
    const [line, ...further] = small.filter(({ text }) => text.includes('分局'));
    expect(further.length).toBeGreaterThan(3);
    // Below the first name, behind 主送：.
    const threeCharacters = (3 * 14 * 25.4) / 72;
    for (const { left } of further) near(left, (line?.left ?? NaN) + threeCharacters, 1);
    const xml = (await readDocx(await toDocx(document))).get('word/document.xml') ?? '';
    expect(textOfXml(xml).replaceAll(/\s/g, '')).toContain(`${list}抄送：区委办公室。`);
    // Without an imprint they stay where they are.
    const { imprint: _, ...bare } = document;
    expect(inOne(readPdf(await toPdf(bare))[0])).toContain('门头沟区第1分局');
  });

  test('is refused for characters that its font lacks, each named once', async () => {
    const document = { ...DOCUMENT, title: '𠮷𠮷和王喆', signature: '𪚥' };
    await expect(toPdf(document)).rejects.toThrow(new MissingCharacters(['𠮷', '𪚥']));
    expect(textOfXml((await readDocx(await toDocx(document))).get('word/document.xml') ?? '')).toContain(
      '𠮷',
    );
  });

  test('has no part that the record does not have', async () => {
    const bare = await toPdf({
      marks: [],
      authority: '街',
      title: '题',
      recipients: [],
      text: [],
      attachments: [],
    });
    expect(textOfPdf(bare)).toBe('街题—1—');
  });
});

describe('a DOCX', () => {
  let parts: ReadonlyMap<string, string>;
  const part = (name: string): string => parts.get(name) ?? '';
  beforeAll(async () => {
    parts = await readDocx(await toDocx(DOCUMENT));
  });

  test('has every part in the order of the standard', () => {
    expect(textOfXml(part('word/document.xml')).replaceAll(/\s/g, '')).toBe(WORDS.join(''));
  });

  test('is A4 with the margins and the grid of the standard', () => {
    const xml = part('word/document.xml');
    const attribute = (element: string, name: string): number =>
      Number(new RegExp(`<w:${element} [^>]*w:${name}="(-?\\d+)"`).exec(xml)?.[1]);
    const mm = (twips: number): number => (twips / 1440) * 25.4;
    near(mm(attribute('pgSz', 'w')), 210, 0.1);
    near(mm(attribute('pgSz', 'h')), 297, 0.1);
    const margins = { top: 37, bottom: 35, left: 28, right: 26 };
    for (const [side, width] of Object.entries(margins)) near(mm(attribute('pgMar', side)), width, 0.1);
    near((22 * attribute('docGrid', 'linePitch')) / 20, (225 / 25.4) * 72, 1);
    near(28 * (16 + attribute('docGrid', 'charSpace') / 4096), (156 / 25.4) * 72, 1);
    expect(xml).toContain('w:type="linesAndChars"');
  });

  test('names the fonts of official documents and embeds none', () => {
    expect(part('word/styles.xml')).toContain('w:eastAsia="仿宋"');
    expect(part('word/document.xml')).toContain('w:eastAsia="方正小标宋简体"');
    expect([...parts.keys()].filter((name) => /\.(odttf|ttf|otf)$/.test(name))).toEqual([]);
  });

  test('marks heads and numbers pages, odd and even ones apart', () => {
    const heads = [...parts].filter(([name]) => /^word\/header\d\.xml$/.test(name));
    expect(heads.map(([, xml]) => textOfXml(xml))).toEqual(['样例', '样例']);
    const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(new Set(feet.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]))).toEqual(
      new Set(['left', 'right']),
    );
    for (const xml of feet) expect(xml).toMatch(/— .*PAGE.* —/s);
    expect(part('word/settings.xml')).toContain('w:evenAndOddHeaders');
  });
});
