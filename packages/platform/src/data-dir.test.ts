import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolveDataDir } from './data-dir';

const ROOT = 0;
const USER = 1000;

describe('resolveDataDir', () => {
  let project: string;
  beforeEach(() => {
    project = join(mkdtempSync(join(tmpdir(), 'home-')), 'project');
    mkdirSync(project);
  });
  afterEach(() => rmSync(resolve(project, '..'), { recursive: true }));

  it('uses the given directory, for root as well', () => {
    expect(resolveDataDir('some/where', project, ROOT)).toEqual({ path: resolve('some/where') });
  });

  it('is .data in the project for a user of one’s own', () => {
    expect(resolveDataDir(undefined, project, USER)).toEqual({ path: join(project, '.data') });
  });

  it('is a place under /var/lib, and says so, when root’s server could not enter the project', () => {
    // mkdtemp makes the home with mode 0700.
    const { path, note } = resolveDataDir(undefined, project, ROOT);
    expect(path).toMatch(/^\/var\/lib\/mentougou-[0-9a-f]{8}$/);
    expect(note).toContain(path);
    expect(resolveDataDir(undefined, project, ROOT).path).toBe(path);
    chmodSync(resolve(project, '..'), 0o711);
    expect(resolveDataDir(undefined, project, ROOT)).toEqual({ path: join(project, '.data') });
  });
});
