/**
 * An amount of money in 元, written with two decimals, such as `1234.50`. It is counted in whole 分: a floating-point number
 * cannot hold 0.10.
 */
export type Amount = string;

const FORM = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/u;

/** True if a text is an amount: at most 13 digits before the point and two after it. */
export const isAmount = (text: string): text is Amount => FORM.test(text);

/** @throws RangeError for a text that is no amount */
export function fenOf(amount: Amount): bigint {
  const [, sign, yuan = '', fen = ''] = FORM.exec(amount) ?? [];
  if (sign === undefined) throw new RangeError('not an amount of money');
  const whole = BigInt(yuan) * 100n + BigInt(fen.padEnd(2, '0'));
  return sign === '-' ? -whole : whole;
}

/** The amount of so many 分, as it is stored and shown. */
export function amountOf(fen: bigint): Amount {
  const whole = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${whole / 100n}.${String(whole % 100n).padStart(2, '0')}`;
}

/** An amount as it is stored: `5` is `5.00`. */
export const normalAmount = (amount: Amount): Amount => amountOf(fenOf(amount));

export const sumOfAmounts = (amounts: readonly Amount[]): Amount =>
  amountOf(amounts.reduce((sum, each) => sum + fenOf(each), 0n));

/** The first amount without the others. */
export const amountLeft = (amount: Amount, ...taken: readonly Amount[]): Amount =>
  amountOf(fenOf(amount) - fenOf(sumOfAmounts(taken)));

/** The same amount with the other sign, as an entry that reverses another has it. */
export const negatedAmount = (amount: Amount): Amount => amountOf(-fenOf(amount));
