/** Exit codes with a meaning, after sysexits.h where it has one. */
export const EXIT = {
  OK: 0,
  FAILURE: 1,
  /** The command line is wrong. */
  USAGE: 2,
  /** The data given is wrong; nothing was written. */
  DATA: 65,
  /** A file that was named cannot be read. */
  NO_INPUT: 66,
  /** A restart cannot mend it: the configuration is wrong, or the database belongs to another part. */
  CONFIG: 78,
} as const;
