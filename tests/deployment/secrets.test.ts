import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import { COMPOSE_FILE, PROJECT } from './support/compose-file';

const FILES = [
  ...[...SUBGRAPHS, INSIGHT].flatMap(({ name }) => [
    `${name}_db_password.txt`,
    `${name}_db_runtime_password.txt`,
  ]),
  ...SUBGRAPHS.map(({ name }) => `${name}_db_warehouse_password.txt`),
].sort();

describe('secrets/make.sh', () => {
  let folder: string;
  let secrets: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mentougou-secrets-'));
    secrets = join(folder, 'secrets');
    mkdirSync(secrets);
    cpSync(COMPOSE_FILE, join(folder, 'docker-compose.yml'));
    cpSync(join(PROJECT, 'secrets', 'make.sh'), join(secrets, 'make.sh'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const make = (): string => execFileSync('sh', [join(secrets, 'make.sh')], { encoding: 'utf8' });
  const made = (): string[] =>
    readdirSync(secrets)
      .filter((file) => file !== 'make.sh')
      .sort();
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  it('makes a different random password for every role of every database', () => {
    make();
    const passwords = FILES.map((file) => readFileSync(join(secrets, file), 'utf8'));
    expect(made()).toEqual(FILES);
    expect(new Set(passwords).size).toBe(FILES.length);
    for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lets the containers read the files, and other users of the machine not enter the folder', () => {
    make();
    expect(mode(secrets)).toBe('700');
    expect(FILES.map((file) => mode(join(secrets, file)))).toEqual(FILES.map(() => '444'));
  });

  it('keeps what is there (as from before there were two roles) and makes what is missing', () => {
    writeFileSync(join(secrets, 'dayu_db_password.txt'), 'ours');
    expect(make()).toMatch(/kept +dayu_db_password\.txt/);
    expect(readFileSync(join(secrets, 'dayu_db_password.txt'), 'utf8')).toBe('ours');
    expect(made()).toEqual(FILES);
  });

  it.each(['-h', '--help'])('explains itself with %s and writes nothing', (flag) => {
    const { status, stdout } = spawnSync('sh', [join(secrets, 'make.sh'), flag], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/随机口令[^]*random password[^]*usage: sh secrets\/make\.sh/);
    expect(made()).toEqual([]);
  });

  it.each(['--force', 'dayu', ''])('refuses the argument "%s" and writes nothing', (argument) => {
    const { status, stderr } = spawnSync('sh', [join(secrets, 'make.sh'), argument], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toBe(
      `不认识参数“${argument}”，用法见 --help。\nThere is no argument "${argument}", see --help.\n`,
    );
    expect(made()).toEqual([]);
  });

  it.each(['.gitignore', '.dockerignore'])('works in a folder that %s leaves out', (file) => {
    expect(readFileSync(join(PROJECT, file), 'utf8')).toMatch(/^secrets(\/\*)?$/m);
  });
});
