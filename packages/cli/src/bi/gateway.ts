import { readRunningParts, resolveDataDir } from '@mtg/platform';
import { EXIT } from '@mtg/service-kit/basics';
import { CommandFailure } from '../command-failure';

const DEFAULT_URL = 'http://127.0.0.1:4000';

/** Address of the gateway of the platform that runs, or where one usually is. */
export function gatewayOf(dataDir: string | undefined): string {
  const gateway = readRunningParts(resolveDataDir(dataDir).path)?.find(({ kind }) => kind === 'gateway');
  return gateway ? new URL(gateway.url).origin : DEFAULT_URL;
}

/**
 * Checks an address that was given, without its last slash.
 *
 * @throws CommandFailure with exit code 2
 */
export function gatewayAt(given: string): string {
  const address = given.replace(/\/+$/, '');
  if (/^https?:\/\/[^\s'"]+$/.test(address) && URL.canParse(address)) return address;
  throw new CommandFailure(
    EXIT.USAGE,
    `--url: 须为网关的地址，如 https://data.example.cn，而不是“${given}” · must be the address of the gateway, e.g. https://data.example.cn, not “${given}”`,
  );
}
