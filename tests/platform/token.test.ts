import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDataDirectory, startPlatform } from '../support/platform';
import { ROOT } from '../support/project';
import { childEnvironment } from '../support/test-database';

/** Where there are no tokens; the platform's own are in whole/tokens.ts. */
const dataDirectory = createDataDirectory();
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

test('there is no token before the platform was ever started', () => {
  const mtg = join(ROOT, 'packages/cli/bin/mtg.js');
  const given = ['token', '--role', 'auditor', '--data-dir', dataDirectory];
  expect(
    spawnSync(process.execPath, [mtg, ...given], { encoding: 'utf8', env: childEnvironment({}) }),
  ).toMatchObject({
    status: 66,
    stdout: '',
    stderr: expect.stringContaining('Run npm start first'),
  });
});

test('with an external issuer none is started', async () => {
  const environment = { OIDC_ISSUER: 'https://sso.example.cn', NODE_ENV: 'production' };
  const platform = await startPlatform({ flags: ['--only', 'dayu'], environment, initialised: ['dayu'] });
  try {
    expect(platform.parts().map(({ name }) => name)).toEqual(['dayu']);
    expect(platform.output()).not.toContain('mtg -- token');
  } finally {
    expect(await platform.stop()).toBe(0);
  }
});
