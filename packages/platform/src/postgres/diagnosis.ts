import { PlatformFailure, type FailureKind } from '../failure';
import { shown } from '../process/log-tail';

interface Symptom {
  readonly kind: FailureKind;
  /** Matched against each line of the program's log. */
  readonly pattern: RegExp;
  readonly chinese: (directory: string) => string;
  readonly english: (directory: string) => string;
}

/** Meanings of PostgreSQL's own messages, the most certain first. */
const SYMPTOMS: readonly Symptom[] = [
  {
    kind: 'disk-full',
    pattern: /No space left on device|Disk quota exceeded/,
    chinese: (directory) =>
      `磁盘已满，数据库无法写入 ${directory}。请腾出空间后重新启动，或用 --data-dir 指定另一磁盘上的目录。`,
    english: (directory) =>
      `The disk is full: the database cannot write to ${directory}. Free some space and restart, or choose a directory on another disk with --data-dir.`,
  },
  {
    kind: 'port-taken',
    pattern: /could not bind|Address already in use|could not create any TCP\/IP sockets/,
    chinese: (directory) => `数据库 ${directory} 的端口已被占用。`,
    english: (directory) => `The port of the database ${directory} is in use.`,
  },
  {
    kind: 'memory-in-use',
    pattern: /pre-existing shared memory block|lock file "postmaster\.pid" already exists/,
    chinese: (directory) => `数据库 ${directory} 的前一个服务进程尚未完全退出。请稍候再试。`,
    english: (directory) =>
      `The previous server of the database ${directory} has not fully exited yet. Retry in a moment.`,
  },
  {
    kind: 'unreachable',
    pattern: /Permission denied|has wrong ownership|has invalid permissions/,
    chinese: (directory) =>
      `数据目录 ${directory} 的属主或权限不对。请由原来的用户启动，或用 --data-dir 指定另一目录。`,
    english: (directory) =>
      `The data directory ${directory} has the wrong owner or permissions. Start as its owner, or choose another directory with --data-dir.`,
  },
  {
    kind: 'server',
    pattern: /FATAL: +password authentication failed/,
    chinese: (directory) =>
      `数据目录 ${directory} 旁的 password 文件与数据库的口令不符。请恢复原来的 password 文件，或将整个目录移走后重新启动（参考数据会重新装载，录入的数据无法找回）。`,
    english: (directory) =>
      `The file "password" next to ${directory} does not match the password of the database. Restore that file, or move the whole directory away and restart: reference data is loaded again, entered data is lost.`,
  },
  {
    kind: 'damaged',
    pattern:
      /(PANIC|FATAL): .*(pg_control|checkpoint|control file|checksum|valid data directory|could not (open|read|access)|database files are incompatible|incomplete data|invalid (page|magic|record|data))|database subdirectory ".*" is missing|FATAL: +database "postgres" does not exist|could not find the database system|could not access the server configuration file/,
    chinese: (directory) =>
      `数据目录 ${directory} 已损坏，数据库无法打开。请从备份恢复该目录，或将其移走后重新启动（参考数据会重新装载，录入的数据无法找回）。`,
    english: (directory) =>
      `The data directory ${directory} is damaged and cannot be opened. Restore it from a backup, or move it away and restart: reference data is loaded again, entered data is lost.`,
  },
];

/** Converts a failure of initdb or the server to a sentence with the next action and the program's last lines. */
export function diagnose(directory: string, lines: readonly string[], fallback: string): PlatformFailure {
  const symptom = SYMPTOMS.find(({ pattern }) => lines.some((line) => pattern.test(line)));
  if (symptom) {
    return new PlatformFailure(
      symptom.kind,
      symptom.chinese(directory),
      symptom.english(directory),
      shown(lines),
    );
  }
  return new PlatformFailure(
    'server',
    `数据库 ${directory} 未能启动（${fallback}）。以下是数据库的日志：`,
    `The database ${directory} did not start (${fallback}). Its log:`,
    shown(lines),
  );
}

export const damaged = (directory: string, missing: string): PlatformFailure =>
  new PlatformFailure(
    'damaged',
    `数据目录 ${directory} 不完整：缺少 ${missing}。请从备份恢复，或将其移走后重新启动（参考数据会重新装载，录入的数据无法找回）。`,
    `The data directory ${directory} is incomplete: ${missing} is missing. Restore it from a backup, or move it away and restart: reference data is loaded again, entered data is lost.`,
  );

export const diskFull = (directory: string): PlatformFailure =>
  diagnose(directory, ['No space left on device'], 'ENOSPC');
