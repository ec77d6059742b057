import { EXIT } from '@mtg/service-kit/basics';
import { CommandFailure } from '../command-failure';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LONGEST_SECONDS = 30 * 86_400;

/**
 * Seconds of a duration such as `30m` or `8h`.
 *
 * @throws CommandFailure with exit code 2
 */
export function durationSeconds(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,7})([smhd])$/.exec(text.trim()) ?? [];
  const seconds = Number(count) * (UNITS[unit] ?? 0);
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
  throw new CommandFailure(
    EXIT.USAGE,
    `--expires: 须为 1s 至 30d 的时长，例如 30m、8h、7d，而不是“${text}” · must be a duration from 1s to 30d, e.g. 30m, 8h, 7d, not "${text}"`,
  );
}
