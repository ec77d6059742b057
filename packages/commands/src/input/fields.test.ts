import { checkInput } from './check-input';
import * as field from './fields';
import { inputType } from './input-type';

const { check } = inputType('FieldsTestInput', 'fields', {
  line: field.optional(field.line('line')),
  plainLine: field.optional(field.plainLine('plainLine')),
  mark: field.optional(field.mark('mark')),
  text: field.optional(field.text('text')),
  code: field.optional(field.code('code')),
  ruled: field.ruled('ruled'),
  day: field.optional(field.day('day')),
  instant: field.optional(field.instant('instant')),
});
const LEFT_OUT = {
  line: null,
  plainLine: null,
  mark: null,
  text: null,
  code: null,
  ruled: null,
  day: null,
  instant: null,
};

function refusal(input: Readonly<Record<string, unknown>>, argument?: string): unknown {
  try {
    return checkInput(check, input, argument);
  } catch (error) {
    const { message, extensions } = error as { message: string; extensions: Record<string, unknown> };
    return { message, ...extensions };
  }
}

describe.each(['line', 'mark', 'text', 'code', 'ruled'])('%s', (name) => {
  test.each([
    ['zero-width space', '\u200B'],
    ['zero-width joiner', '\u200D\u200D'],
    ['marks of direction', '\u200E\u200F \u202E\u2066'],
    ['Hangul filler', '\u3164'],
    ['blank of Braille', '\u2800'],
    ['soft hyphen', '\u00AD'],
    ['variation selector', '\uFE0F'],
  ])('of %s alone is a mistake', (_what, invisible) => {
    for (const given of [invisible, ` ${invisible}\t`, `${invisible} ${invisible}`]) {
      expect(refusal({ [name]: given })).toEqual({
        code: 'BAD_USER_INPUT',
        field: `input.${name}`,
        message: `input.${name}：不能只含看不见的字符 · must not consist of invisible characters only`,
      });
    }
  });

  if (name === 'mark') return;
  test('keeps what invisible characters beside what can', () => {
    for (const given of ['\u200B王敏', '一家👨\u200D👩\u200D👧', 'שלום\u200F!', '王\u3164敏']) {
      expect(checkInput(check, { [name]: given })).toEqual({ ...LEFT_OUT, [name]: given });
    }
  });
});

const STEERING = ['a\u001B[31mb', 'a\u0007b', 'a\u0085b', 'a\u202Eb', '\u2067a\u2069'];

test.each(['line', 'mark', 'code'])('%s is one line, and steers nothing that shows it', (name) => {
  for (const given of ['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b', ...STEERING]) {
    expect(refusal({ [name]: given })).toEqual({
      code: 'BAD_USER_INPUT',
      field: `input.${name}`,
      message: expect.stringMatching(/must be one line/),
    });
  }
});

test.each(['text', 'ruled'])('%s has lines and columns, and steers nothing that shows it', (name) => {
  for (const given of STEERING) {
    expect(refusal({ [name]: given })).toMatchObject({
      message: expect.stringMatching(/other than line breaks and tabs/),
    });
  }
  const given = '一\r\n二\t三\n四';
  expect(checkInput(check, { [name]: given })).toEqual({ ...LEFT_OUT, [name]: given });
});

test.each(['\u200B', '\u200C', '\u200D', '\u200E', '\u034F', '\uFE0F', '\u3164', '\u00AD', '\uFEFF'])(
  'what is told apart by its looks hides no %j',
  (hidden) => {
    expect(refusal({ mark: `门委任〔2026〕${hidden}3号` })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.mark',
      message: expect.stringMatching(/invisible characters/),
    });
    expect(checkInput(check, { mark: '门委任〔2026〕3号' })).toMatchObject({ mark: '门委任〔2026〕3号' });
  },
);

describe.each(['line', 'mark', 'text', 'code', 'ruled'])('%s', (name) => {
  test.each([
    ['a character that was lost in decoding', '区\uFFFD局', /U\+FFFD.*UTF-8/],
    ['a formula', `=cmd|' /C calc'!A0`, /formula/],
    ['a full-width formula', '＝SUM(A1)', /formula/],
    ['a formula by its sign', '+SUM(1+1)', /formula/],
    ['an unpaired surrogate', 'a\uD800', /surrogate/],
  ])('holds no %s', (_what, given, message) => {
    expect(refusal({ [name]: given })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: `input.${name}`,
      message: expect.stringMatching(message),
    });
  });

  test.each(['-5℃低温应对', '+1 服务', '==== 附件 ===='])('%s is no formula', (given) => {
    expect(checkInput(check, { [name]: given })).toEqual({ ...LEFT_OUT, [name]: given });
  });
});

describe.each(['line', 'text'])('%s', (name) => {
  test.each(['123', '!!!', '……', '100%', '（）', '👍', '①'])('of %s says nothing in words', (given) => {
    expect(refusal({ [name]: given })).toEqual({
      code: 'BAD_USER_INPUT',
      field: `input.${name}`,
      message: `input.${name}：须用文字写明，至少含一个汉字或字母 · must be in words, with a letter or a Chinese character`,
    });
  });

  test.each(['好', '2 号楼', 'ok', '100% 完成'])('of %s does', (given) => {
    expect(checkInput(check, { [name]: given })).toMatchObject({ [name]: given });
  });
});

test.each(['mark', 'code', 'ruled', 'plainLine'])('%s may be signs and digits', (name) => {
  for (const given of ['123', '2026-11']) {
    expect(checkInput(check, { [name]: given })).toMatchObject({ [name]: given });
  }
});

test('empty text is missing where the schema asks for text, and for a rule to judge where a rule does', () => {
  expect(refusal({ line: '  ' })).toMatchObject({ message: expect.stringMatching('must not be empty') });
  expect(checkInput(check, { ruled: ' \u3000 ' })).toEqual(LEFT_OUT);
});

describe.each(['day', 'instant'])('%s', (name) => {
  test.each(['0000-01-01', '0001-01-01', '1949-09-30', '2200-01-01', '9999-12-31', '+275760-09-13'])(
    'of %s is a slip of the pen',
    (date) => {
      const given = { [name]: new Date(`${date}T00:00:00Z`) };
      for (const argument of ['input', 'filter']) {
        expect(refusal(given, argument)).toEqual({
          code: 'BAD_USER_INPUT',
          field: `${argument}.${name}`,
          message: `${argument}.${name}：须在 1949-10-01 至 2199-12-31 之间 · must be from 1949-10-01 to 2199-12-31`,
        });
      }
    },
  );

  test.each(['1949-10-01', '2026-03-09', '2199-12-31'])('of %s is one', (date) => {
    const midnight = new Date(`${date}T00:00:00Z`);
    expect(checkInput(check, { [name]: midnight })).toEqual({
      ...LEFT_OUT,
      [name]: name === 'day' ? date : midnight,
    });
  });
});
