import { isLocalDay, localDay, systemClock } from '@mtg/governance';
import { SCALES, type SampleSettings } from '@mtg/sample';
import { EXIT } from '@mtg/subgraph-kit';
import { findStreet, STREETS, type StreetListing } from '@mtg/subgraphs';
import { CommandFailure } from '../command-failure';

/** Command-line options of a load. */
export interface GivenSettings {
  readonly scale?: string;
  readonly seed: string;
  readonly until?: string;
}

/** @throws CommandFailure with exit code 2 for what makes no sense */
export function settingsOf({
  scale,
  seed,
  until = localDay(systemClock.now()),
}: GivenSettings): SampleSettings {
  const known = SCALES.find((each) => String(each) === scale);
  if (known === undefined) {
    throw wrongUsage('请给出 --scale 1、10、100 或 --remove · give --scale 1, 10 or 100, or --remove');
  }
  if (!/^\d{1,9}$/u.test(seed))
    throw wrongUsage(`--seed 须为非负整数 · must be a non-negative integer: “${seed}”`);
  if (!isLocalDay(until) || until > localDay(systemClock.now())) {
    throw wrongUsage(`--until 须为不晚于今天的日期 · must be a date, today or earlier: “${until}”`);
  }
  return { scale: known, seed: Number(seed), until };
}

/** The named streets, or all. @throws CommandFailure with exit code 2 for an unknown one */
export function streetsOf(codes: readonly string[] | undefined): readonly StreetListing[] {
  if (codes === undefined) return STREETS;
  return codes.map((code) => {
    const street = findStreet(code.toUpperCase());
    if (street) return street;
    throw wrongUsage(
      `没有街道“${code}” · there is no street “${code}”: ${STREETS.map((each) => each.code).join(', ')}`,
    );
  });
}

const wrongUsage = (message: string): CommandFailure => new CommandFailure(EXIT.USAGE, message);
