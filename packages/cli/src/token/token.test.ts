import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenVerifier, ensureSigningKey, publicPart } from '@mtg/identity';
import { DEVELOPMENT_IDENTITY } from '@mtg/platform';
import { ROLES } from '@mtg/access';
import { CommandFailure } from '../command-failure';
import { actorFrom, notesOn, rolesHelp, type GivenClaims } from './claims';
import { tokenCommand } from './command';
import { durationSeconds } from './duration';
import { requireDevelopment } from './require-development';

const COMMUNITY = '110109001001';

describe('who shall act', () => {
  it.each([
    [{ role: 'dispatcher', street: 'dayu' }, { role: 'DISPATCHER', street: 'DAYU' }, 'dispatcher.dayu'],
    [
      { role: 'center-head', street: 'DAYU', center: 'civil-affairs' },
      { role: 'CENTER_HEAD', street: 'DAYU', center: 'CIVIL_AFFAIRS' },
      'center-head.dayu.civil-affairs',
    ],
    [
      { role: 'COMMUNITY_SECRETARY', street: 'Dayu', community: COMMUNITY },
      { role: 'COMMUNITY_SECRETARY', street: 'DAYU', community: COMMUNITY },
      `community-secretary.dayu.${COMMUNITY}`,
    ],
    [
      { role: 'department_officer', department: 'organization-department' },
      { role: 'DEPARTMENT_OFFICER', department: 'ORGANIZATION_DEPARTMENT' },
      'department-officer.organization-department',
    ],
    [{ role: 'auditor' }, { role: 'AUDITOR' }, 'auditor'],
  ])('%j', (given, expected, subject) => {
    expect(actorFrom(given)).toEqual({ ...expected, subject });
  });

  it('takes a name and a subject as they are given', () => {
    const given = { role: 'analyst', subject: 'U-7', name: '张三' };
    expect(actorFrom(given)).toEqual({ role: 'ANALYST', subject: 'U-7', name: '张三' });
  });

  it.each<[GivenClaims, readonly RegExp[]]>([
    [
      { role: 'department-officer', department: 'weather' },
      [/^--department: .*WEATHER is not in the reference data/],
    ],
    [
      { role: 'community-secretary', street: 'dayu', community: '110109001999' },
      [/^--community: .*110109001999 is not in the reference data/],
    ],
    [
      { role: 'center-head', street: 'dayu', center: 'sports' },
      [/^--center: .*SPORTS is not in the reference data/],
    ],
    [{ role: 'center-head', street: 'dongxinfang', center: 'shimenying-new-area' }, []],
    [{ role: 'center-staff', street: 'chengzi', center: 'health' }, []],
    [{ role: 'department-officer', department: 'justice' }, []],
    [{ role: 'community-secretary', street: 'dayu', community: COMMUNITY }, []],
    [{ role: 'auditor' }, []],
  ])('%j is as good as imported: a note of what is not listed', (given, sentences) => {
    expect(notesOn(actorFrom(given))).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
  });

  it.each<[GivenClaims, RegExp]>([
    [{ role: 'king' }, /^--role: .*role must be one of: DISTRICT_OFFICE/],
    [{ role: 'center-head' }, /^--street: .*needs street.*\n--center: .*needs center/],
    [{ role: 'dispatcher', street: 'DAYU', center: 'HEALTH' }, /^--center: .*does not allow center/],
    [{ role: 'dispatcher', street: 'pinggu' }, /^--street: .*unknown street "PINGGU".*DAYU, CHENGZI/],
    [{ role: 'auditor', street: '' }, /^--street: /],
    [{ role: 'auditor', subject: ' ' }, /^--subject: /],
    [
      { role: 'community-secretary', street: 'chengzi', community: COMMUNITY },
      /^--community: .*is not in CHENGZI.*110109002/,
    ],
  ])('%j is refused with exit code 2', (given, sentence) => {
    const attempt = () => actorFrom(given);
    expect(attempt).toThrow(CommandFailure);
    expect(attempt).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(sentence) }),
    );
  });

  it('can be any role, each of which the help names as it is typed', () => {
    for (const role of ROLES) expect(rolesHelp()).toContain(`  ${role.toLowerCase().replaceAll('_', '-')} `);
  });
});

describe('a duration', () => {
  it.each([
    ['1s', 1],
    ['30m', 1800],
    ['8h', 28_800],
    ['30d', 2_592_000],
  ])('%s', (text, seconds) => expect(durationSeconds(text)).toBe(seconds));

  it.each(['', '8', 'h', '0h', '-1h', '1.5h', '31d', '8 h', '2y', '1e3s', '99999999s'])(
    '%j is none',
    (text) => {
      expect(() => durationSeconds(text)).toThrow(CommandFailure);
    },
  );
});

describe('mtg token', () => {
  let data: string;
  let printed: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'mtg-token-'));
    printed = '';
    // oxlint-disable-next-line node/no-process-env
    jest.replaceProperty(process.env, 'NODE_ENV', 'development');
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(data, { recursive: true });
  });
  const run = async (...given: readonly string[]): Promise<unknown> =>
    tokenCommand().parseAsync([...given, '--data-dir', data], { from: 'user' });

  it('prints a token that the platform’s parts accept, and nothing else', async () => {
    const key = await ensureSigningKey(data);
    await run('--role', 'dispatcher', '--street', 'dayu', '--expires', '1m');
    expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const verifierAt = (now: number) =>
      createTokenVerifier({
        ...DEVELOPMENT_IDENTITY,
        clockSkewSeconds: 0,
        jwks: { keys: [publicPart(key)] },
        now: () => new Date(now),
      });
    const authorization = `Bearer ${printed.trim()}`;
    expect(await verifierAt(Date.now())(authorization)).toEqual({
      subject: 'dispatcher.dayu',
      role: 'DISPATCHER',
      street: 'DAYU',
    });
    await expect(verifierAt(Date.now() + 61_000)(authorization)).rejects.toMatchObject({
      problem: 'expired',
    });
  });

  it('is for development, and does not exist in production', () => {
    expect(() => requireDevelopment({ NODE_ENV: 'development' })).not.toThrow();
    expect(() => requireDevelopment({})).not.toThrow();
    expect(() => requireDevelopment({ NODE_ENV: 'production' })).toThrow(
      expect.objectContaining({ exitCode: 78, message: expect.stringContaining('OIDC_ISSUER') }),
    );
  });

  it('names the next action when there is no key', async () => {
    await expect(run('--role', 'auditor')).rejects.toMatchObject({
      exitCode: 66,
      message: expect.stringContaining('Run npm start first'),
    });
    expect(printed).toBe('');
  });

  it('does not use a key that others may read', async () => {
    await ensureSigningKey(data);
    chmodSync(join(data, 'identity', 'signing-key.json'), 0o644);
    await expect(run('--role', 'auditor')).rejects.toThrow('Other users may read the signing key');
  });
});
