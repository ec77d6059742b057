/** The target of a command, as far as it decides who may give the command. */
export interface CommandTarget {
  /** Code of the center that it concerns. */
  readonly center?: string;
  /** Code of the community that it concerns. */
  readonly community?: string;
  /** Code of the department that it concerns. */
  readonly department?: string;
  /** Row of the policy table, if the command has several: the kind of a meeting, for example. */
  readonly variant?: string;
}
