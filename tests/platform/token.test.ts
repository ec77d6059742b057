import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTokenVerifier } from '@mtg/identity';
import { DEVELOPMENT_IDENTITY } from '@mtg/platform';
import { createDataDirectory, startPlatform, type Platform } from '../support/platform';
import { ROOT } from '../support/project';

/** A token from `mtg token`, against the issuer that the platform starts, over a restart on other ports. */
const dataDirectory = createDataDirectory();
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

const MTG = join(ROOT, 'packages/cli/bin/mtg.js');
const mtgToken = (...given: readonly string[]) =>
  spawnSync(process.execPath, [MTG, 'token', ...given, '--data-dir', dataDirectory], { encoding: 'utf8' });
/** The same, for a reader who goes away before the output comes, as at the end of `| head`. */
const mtgTokenUnread = async (...given: readonly string[]) => {
  const mtg = spawn(process.execPath, [MTG, 'token', ...given, '--data-dir', dataDirectory]);
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

test('there is no token before the platform was ever started', () => {
  expect(mtgToken('--role', 'auditor')).toMatchObject({
    status: 66,
    stdout: '',
    stderr: expect.stringContaining('Run npm start first'),
  });
});

test('a token is of the platform’s own key, and outlives a restart', async () => {
  const flags = ['--only', 'dayu'];
  const first = await startPlatform({ dataDirectory, flags });
  const { stdout, status } = mtgToken('--role', 'dispatcher', '--street', 'dayu');
  const authorization = `Bearer ${stdout.trim()}`;
  const actor = { subject: 'dispatcher.dayu', role: 'DISPATCHER', street: 'DAYU' };
  try {
    expect(status).toBe(0);
    expect(await mtgTokenUnread('--role', 'dispatcher', '--street', 'dayu')).toEqual({ status: 0, said: [] });
    expect(first.output()).toContain('mtg -- token --role dispatcher --street DAYU');
    expect(await verifierOf(first)(authorization)).toEqual(actor);
    expect(statSync(join(dataDirectory, 'identity')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDirectory, 'identity/signing-key.json')).mode & 0o777).toBe(0o600);
  } finally {
    expect(await first.stop()).toBe(0);
  }
  const again = await startPlatform({ dataDirectory, flags });
  try {
    expect(await verifierOf(again)(authorization)).toEqual(actor);
  } finally {
    expect(await again.stop()).toBe(0);
  }
});

test('with somebody else’s issuer none is started', async () => {
  const environment = { OIDC_ISSUER: 'https://sso.example.cn', NODE_ENV: 'production' };
  const platform = await startPlatform({ flags: ['--only', 'dayu'], environment });
  try {
    expect(platform.parts().map(({ name }) => name)).toEqual(['dayu']);
    expect(platform.output()).not.toContain('mtg -- token');
  } finally {
    expect(await platform.stop()).toBe(0);
  }
});
