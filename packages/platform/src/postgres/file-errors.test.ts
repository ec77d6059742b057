import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '@mtg/service-kit/basics';
import { explainFileError } from './file-errors';

describe('explainFileError', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'places-'));
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    symlinkSync(join(folder, 'nowhere/at/all'), join(folder, 'dangling'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Result of making a data directory in a place. */
  const attempt = (place: string): unknown => {
    try {
      makeFolder(place, 0o755);
      makeFolder(join(place, 'run'), 0o700);
    } catch (error) {
      return explainFileError(error, place);
    }
    return undefined;
  };

  it.each(['file', 'file/below', 'loop', 'dangling', 'n'.repeat(300)])(
    'says of %s that it cannot be used, why, and the next action',
    (name) => {
      const place = join(folder, name);
      expect(attempt(place)).toMatchObject({
        kind: 'unreachable',
        message: expect.stringMatching(
          /不能用作数据目录（E[A-Z]+: .*--data-dir[^]*cannot be the data directory \(E[A-Z]+: .*--data-dir/,
        ),
      });
      expect(String(attempt(place))).toContain(`${place} cannot be the data directory`);
    },
  );

  it.each(['EACCES', 'EPERM', 'EROFS'])('takes %s for a place that one may not write to', (code) => {
    expect(explainFileError({ code, path: '/p/run' }, '/p')).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('has no permission to write to /p'),
    });
  });

  it('leaves alone what is no matter of the directory', () => {
    mkdirSync(join(folder, 'data'));
    for (const error of [{ code: 'ENOENT', path: '/package.json' }, { code: 'ENOENT' }, new Error('x')]) {
      expect(explainFileError(error, join(folder, 'data'))).toBe(error);
    }
  });
});
