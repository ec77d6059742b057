import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canUse, obstacleTo, permits } from './reachability';

const stranger = { uid: 64_321, gid: 64_321 };

describe('permits', () => {
  const owner = { uid: 1, gid: 1 };
  it.each([
    [{ uid: 1, gid: 9, mode: 0o700 }, 7, true],
    [{ uid: 1, gid: 1, mode: 0o077 }, 1, false],
    [{ uid: 2, gid: 1, mode: 0o010 }, 1, true],
    [{ uid: 2, gid: 1, mode: 0o701 }, 1, false],
    [{ uid: 2, gid: 2, mode: 0o771 }, 1, true],
    [{ uid: 2, gid: 2, mode: 0o771 }, 4, false],
    [{ uid: 2, gid: 2, mode: 0o774 }, 5, false],
  ])('%o for bits %i is %s: the first class that fits decides', (file, bits, expected) => {
    expect(permits(file, owner, bits)).toBe(expected);
  });
});

describe('obstacleTo', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'reach-')));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'home/project'), { recursive: true, mode: 0o755 });
  });
  afterEach(() => {
    chmodSync(join(folder, 'home'), 0o755);
    rmSync(folder, { recursive: true });
  });

  it('finds nothing in the way of an open path, existing or not', () => {
    expect(obstacleTo(join(folder, 'home/project'), stranger)).toBeUndefined();
    expect(obstacleTo(join(folder, 'home/project/.data/dayu'), stranger)).toBeUndefined();
  });

  it('names the first folder that is closed', () => {
    chmodSync(join(folder, 'home/project'), 0o700);
    chmodSync(join(folder, 'home'), 0o750);
    expect(obstacleTo(join(folder, 'home/project'), stranger)).toBe(join(folder, 'home'));
  });

  it('looks where a link leads', () => {
    symlinkSync(join(folder, 'home/project'), join(folder, 'link'));
    chmodSync(join(folder, 'home'), 0o700);
    expect(obstacleTo(join(folder, 'link'), stranger)).toBe(join(folder, 'home'));
  });

  it('asks for the right to read a file and, for a program, to run it', () => {
    const file = join(folder, 'program');
    writeFileSync(file, '');
    chmodSync(file, 0o744);
    expect(canUse(file, stranger, false)).toBe(true);
    expect(canUse(file, stranger, true)).toBe(false);
  });
});
