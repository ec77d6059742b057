import * as fc from 'fast-check';
import { amountLeft, amountOf, fenOf, isAmount, negatedAmount, normalAmount, sumOfAmounts } from './amount';

test.each([
  ['0', 0n, '0.00'],
  ['0.1', 10n, '0.10'],
  ['-0.01', -1n, '-0.01'],
  ['-0', 0n, '0.00'],
  ['1234.50', 123_450n, '1234.50'],
  ['9999999999999.99', 999_999_999_999_999n, '9999999999999.99'],
])('%s is %s 分, written %s', (text, fen, written) => {
  expect(fenOf(text)).toBe(fen);
  expect(normalAmount(text)).toBe(written);
});

test.each(['', '1.234', '1e3', '.5', '5.', '+1', '1,000', ' 1', '１', '12345678901234', 'NaN'])(
  '%j is no amount',
  (text) => {
    expect(isAmount(text)).toBe(false);
    expect(() => fenOf(text)).toThrow(RangeError);
  },
);

const amount = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n });

test('a 分 is neither lost nor made, whatever is added up', () => {
  fc.assert(
    fc.property(amount, fc.array(amount, { maxLength: 20 }), (first, others) => {
      const texts = others.map(amountOf);
      expect(fenOf(amountOf(first))).toBe(first);
      expect(negatedAmount(amountOf(first))).toBe(amountOf(-first));
      expect(sumOfAmounts([amountLeft('0'), ...texts.map(normalAmount)])).toBe(
        amountOf(others.reduce((sum, each) => sum + each, 0n)),
      );
    }),
  );
});
