import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder';

let root: string;
let umask: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mtg-folder-'));
  umask = process.umask(0o077);
});
afterEach(() => {
  process.umask(umask);
  rmSync(root, { recursive: true });
});

// oxlint-disable-next-line no-bitwise
const modeOf = (...path: readonly string[]): number => statSync(join(root, ...path)).mode & 0o777;

test('a folder has its mode, and others may pass through those above', () => {
  makeFolder(join(root, 'a', 'b'), 0o700);
  expect([modeOf('a'), modeOf('a', 'b')]).toEqual([0o755, 0o700]);
  makeFolder(join(root, 'a', 'b'), 0o750);
  expect(modeOf('a', 'b')).toBe(0o700);
});

test('without a mode, the umask counts', () => {
  makeFolder(join(root, 'a', 'b'));
  expect([modeOf('a'), modeOf('a', 'b')]).toEqual([0o700, 0o700]);
});

test('no folder is made below a file', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file', 'b'))).toThrow('ENOTDIR');
});

test('it ends where a file system lets no folder be made', () => {
  expect(() => makeFolder('/proc/none/b')).toThrow(/ENOENT|EROFS|EACCES/);
});
