import { readRunningParts, resolveDataDir } from '@mtg/platform';

const DEFAULT_URL = 'http://127.0.0.1:4000';

/** Address of the gateway of the platform that runs, or where one usually is. */
export function gatewayOf(dataDir: string | undefined): string {
  const gateway = readRunningParts(resolveDataDir(dataDir).path)?.find(({ kind }) => kind === 'gateway');
  return gateway ? new URL(gateway.url).origin : DEFAULT_URL;
}
