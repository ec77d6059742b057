/** What a command is aimed at, as far as that decides who may give it. */
export interface CommandTarget {
  /** Code of the center that it concerns. */
  readonly center?: string;
  /** Code of the community that it concerns. */
  readonly community?: string;
  /** Code of the department that it concerns. */
  readonly department?: string;
  /** Which row of the policy table, where a command has several (the kind of a meeting, say). */
  readonly variant?: string;
}
