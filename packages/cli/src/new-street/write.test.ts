import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeChanges } from './write';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'mtg-write-'))));
afterEach(() => rmSync(root, { recursive: true }));

test('all files are written, with their folders', () => {
  writeChanges(root, [{ path: 'a/b/c.txt', before: undefined, after: 'new' }]);
  expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('new');
});

test('when one cannot be written, those before it are as they were', () => {
  writeFileSync(join(root, 'list.txt'), 'old');
  mkdirSync(join(root, 'taken'));
  const changes = [
    { path: 'list.txt', before: 'old', after: 'new' },
    { path: 'folder/new.txt', before: undefined, after: 'new' },
    { path: 'taken', before: undefined, after: 'a folder is there' },
  ];
  expect(() => writeChanges(root, changes)).toThrow(/EISDIR/);
  expect(readFileSync(join(root, 'list.txt'), 'utf8')).toBe('old');
  expect(existsSync(join(root, 'folder/new.txt'))).toBe(false);
});
