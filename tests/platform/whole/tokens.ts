import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createTokenVerifier } from '@mtg/identity';
import { DEVELOPMENT_IDENTITY } from '@mtg/platform';
import type { Platform } from '../../support/platform';
import { ROOT } from '../../support/project';
import { childEnvironment } from '../../support/test-database';

const MTG = join(ROOT, 'packages/cli/bin/mtg.js');
const DISPATCHER = ['--role', 'dispatcher', '--street', 'dayu'];
const ACTOR = { subject: 'dispatcher.dayu', role: 'DISPATCHER', street: 'DAYU' };

const mtgToken = (dataDirectory: string) =>
  spawnSync(process.execPath, [MTG, 'token', ...DISPATCHER, '--data-dir', dataDirectory], {
    encoding: 'utf8',
    env: childEnvironment({}),
  });

/** The same, for a reader who goes away before the output comes, as at the end of `| head`. */
const mtgTokenUnread = async (dataDirectory: string) => {
  const mtg = spawn(process.execPath, [MTG, 'token', ...DISPATCHER, '--data-dir', dataDirectory], {
    env: childEnvironment({}),
  });
  mtg.stdout.destroy();
  const said: string[] = [];
  mtg.stderr.on('data', (data: Buffer) => said.push(String(data)));
  const [status] = (await once(mtg, 'close')) as [number];
  return { status, said };
};

const verifierOf = (platform: Platform) =>
  createTokenVerifier({
    ...DEVELOPMENT_IDENTITY,
    clockSkewSeconds: 0,
    jwksUrl: `${platform.part('identity').url}/jwks.json`,
  });

/** Owner of a token, by the issuer that the platform starts. */
export const expectItsToken = async (platform: Platform, authorization: string): Promise<void> =>
  expect(await verifierOf(platform)(authorization)).toEqual(ACTOR);

/** A token from `mtg token`. It is kept, to be tried again after a restart on other ports. */
export function issuesTokens(started: () => Platform, keep: (authorization: string) => void): void {
  test('a token is of the platform’s own key', async () => {
    const { dataDirectory, output } = started();
    const { stdout, status } = mtgToken(dataDirectory);
    const authorization = `Bearer ${stdout.trim()}`;
    expect(status).toBe(0);
    expect(await mtgTokenUnread(dataDirectory)).toEqual({ status: 0, said: [] });
    expect(output()).toContain('mtg -- token --role dispatcher --street DAYU');
    await expectItsToken(started(), authorization);
    expect(statSync(join(dataDirectory, 'identity')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDirectory, 'identity/signing-key.json')).mode & 0o777).toBe(0o600);
    keep(authorization);
  });
}
