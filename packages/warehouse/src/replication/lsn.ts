/** A position in a source's write-ahead log, as a number of bytes. PostgreSQL writes it as `16/B374D848`. */
export type Lsn = bigint;

/** @throws Error for a text that is no position */
export function parseLsn(text: string): Lsn {
  const [high, low, ...more] = text.split('/');
  if (high === undefined || low === undefined || more.length > 0)
    throw new Error(`not a log position: ${text}`);
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export const formatLsn = (lsn: Lsn): string =>
  `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`;
