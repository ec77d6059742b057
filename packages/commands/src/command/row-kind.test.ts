import { RowKind } from './row-kind';

const SAMPLE = { sample: true };
const REAL = { sample: false };

describe('a command is about', () => {
  test.each([
    ['real work when it names nothing', [], false],
    ['real work when it names real rows', [REAL, REAL], false],
    ['sample data when it names sample rows', [SAMPLE, SAMPLE], true],
  ])('%s', (_, rows, sample) => {
    const kind = new RowKind();
    for (const row of rows) kind.name(row, 'orderId');
    expect(kind.sample).toBe(sample);
  });

  test.each([
    [
      SAMPLE,
      REAL,
      /^input\.planId：input\.orderId 引用的是样例数据，input\.planId 引用的是真实数据.* · .*Name only one kind$/u,
    ],
    [
      REAL,
      SAMPLE,
      /^input\.planId：input\.planId 引用的是样例数据，input\.orderId 引用的是真实数据.* · .*Name only one kind$/u,
    ],
  ])('one of the two, and names the field of the second', (first, second, message) => {
    const kind = new RowKind();
    kind.name(first, 'orderId');
    expect(() => kind.name(second, 'planId')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'input.planId' }),
      }),
    );
  });
});

test('nothing goes by the kind of a command before all is read that its input names', () => {
  const kind = new RowKind();
  expect(kind.sample).toBe(false);
  kind.name(REAL, 'orderId');
  const early = new RowKind();
  expect(early.sample).toBe(false);
  expect(() => early.name(SAMPLE, 'orderId')).toThrow(/read after/u);
});
