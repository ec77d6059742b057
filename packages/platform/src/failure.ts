/** Kind of failure, for code that decides by it. People read the message. */
export type FailureKind =
  | 'unsupported'
  | 'unreachable'
  | 'locked'
  | 'version'
  | 'damaged'
  | 'disk-full'
  | 'port-taken'
  | 'memory-in-use'
  | 'server'
  | 'part';

/**
 * A failure that people can do something about. The message is the Chinese sentence, the English one below it, and
 * then the last lines that the failing program itself wrote, if any.
 */
export class PlatformFailure extends Error {
  override readonly name = 'PlatformFailure';

  constructor(
    readonly kind: FailureKind,
    chinese: string,
    english: string,
    /** The failing program's own last lines, oldest first. */
    readonly log: readonly string[] = [],
  ) {
    super([chinese, english, ...log.map((line) => `    | ${line}`)].join('\n'));
  }
}

/**
 * True for an error of the operating system with one of these codes, e.g. `ENOENT`. Not asked with `instanceof`: under
 * jest the file system's errors are of another realm.
 */
export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
