import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { hasCode, messageOf, PlatformFailure } from '../failure';
import { diskFull } from './diagnosis';

/** A file where a directory should be, a place such as /proc where none can be made, a link that leads nowhere … */
const NO_DIRECTORY = [
  'ENOTDIR',
  'ENOENT',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'EINVAL',
  'EIO',
  'ENOTSUP',
];

/** Turns the file system's refusals into sentences. */
export function explainFileError(error: unknown, directory: string): unknown {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return diskFull(directory);
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) {
    return new PlatformFailure(
      'unreachable',
      `当前用户无权写入 ${directory}（可能由另一用户或 root 创建，或该处只读）。请由原来的用户启动，或用 --data-dir 指定另一目录。`,
      `The current user has no permission to write to ${directory} (perhaps it was created by another user or root, or is read-only). Start as its owner, or choose another directory with --data-dir.`,
    );
  }
  if (!hasCode(error, ...NO_DIRECTORY) || !concerns(error, directory)) return error;
  return new PlatformFailure(
    'unreachable',
    `${directory} 不能用作数据目录（${messageOf(error)}）。请用 --data-dir 指定一个目录，或可以建立目录的位置。`,
    `${directory} cannot be the data directory (${messageOf(error)}). Choose another directory with --data-dir, or a place where one can be created.`,
  );
}

/** True when the file is the directory, above it or in it: a file missing elsewhere, say of a package, is another story. */
function concerns(error: unknown, directory: string): boolean {
  if (typeof error !== 'object' || error === null || !('path' in error)) return false;
  const file = `${String(error.path)}${sep}`;
  return [resolve(directory), resolved(directory)].some(
    (path) => file.startsWith(`${path}${sep}`) || `${path}${sep}`.startsWith(file),
  );
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
