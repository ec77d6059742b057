import { addDays, amountOf, yearOf, type Amount, type LocalDay, type RecallOutcome } from '@mtg/governance';
import { at, mondayOf } from '../calendar';
import { titled } from '../people';
import { Random } from '../random';
import type { SampleSettings } from '../settings';

/** A line of a sample budget, without its amount. */
export interface SampleLine {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly kind: string;
}

/** A transfer to one street of the sample, as the district offers it. */
export interface SampleTransfer {
  readonly id: string;
  readonly line: SampleLine;
  readonly voucher: string;
  readonly amount: Amount;
  readonly offeredAt: Date;
  readonly answeredAt: Date;
  /** Null if nothing is asked back. */
  readonly recall: SampleRecall | null;
}

/** A request of the district to give back a part of a transfer, and the street's answer. */
export interface SampleRecall {
  readonly id: string;
  readonly amount: Amount;
  readonly requestedAt: Date;
  readonly answeredAt: Date;
  readonly outcome: RecallOutcome;
}

const KINDS = ['社会建设专项资金', '社区公益事业资金'] as const;
const DAYS = 364;
const QUARTER_DAYS = 91;
const QUARTERS = [0, 1, 2, 3] as const;
const ANSWERED_AFTER_DAYS = 2;
const RECALLED_AFTER_DAYS = 85;
/** A part that is never spent. */
const RECALLED_PERCENT = 5n;

/** Lines of the budget of a year, the same for all streets. */
export function sampleLines({ scale, seed, until }: SampleSettings, year: number): readonly SampleLine[] {
  const random = new Random(`budget/${seed}/${scale}/${until}/${year}`);
  return KINDS.map((kind) => ({ id: random.idAt(at(`${year}-01-08`, 10)), year, name: titled(kind), kind }));
}

/** Makes up the transfers to a street. The same settings give the same rows, for the district and for the street. */
export function sampleTransfers(settings: SampleSettings, street: string): readonly SampleTransfer[] {
  const { scale, seed, until } = settings;
  const random = new Random(`funds/${seed}/${scale}/${until}/${street}`);
  const first = mondayOf(addDays(until, -DAYS));
  const serials = new Map<number, number>();
  return QUARTERS.flatMap((quarter) => {
    const day: LocalDay = addDays(first, 7 + quarter * QUARTER_DAYS);
    const year = Number(yearOf(day));
    return sampleLines(settings, year).map((line) => {
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      const fen = BigInt(random.whole(2_000, 5_000)) * 10_000n * BigInt(scale);
      return {
        id: random.idAt(at(day, 10)),
        line,
        voucher: `样例拨${street}〔${year}〕${serial}号`,
        amount: amountOf(fen),
        offeredAt: at(day, 10),
        answeredAt: at(addDays(day, ANSWERED_AFTER_DAYS), 15),
        recall: recallOf(random, addDays(day, RECALLED_AFTER_DAYS), quarter, fen),
      };
    });
  }).filter(({ offeredAt }) => offeredAt < at(until, 0));
}

/** Of the first quarter a part is given back, of the second the street gives back nothing, of the others nothing is asked. */
function recallOf(random: Random, day: LocalDay, quarter: number, fen: bigint): SampleRecall | null {
  if (quarter > 1) return null;
  return {
    id: random.idAt(at(day, 10)),
    amount: amountOf((fen * RECALLED_PERCENT) / 100n),
    requestedAt: at(day, 10),
    answeredAt: at(addDays(day, ANSWERED_AFTER_DAYS), 15),
    outcome: quarter === 0 ? 'AGREED' : 'REFUSED',
  };
}
