/** Target of a command, as far as it decides about permission. An unknown value matches no role. */
export interface Target {
  /** Code of the street whose subgraph is asked. */
  readonly street?: string;
  readonly center?: string;
  readonly community?: string;
  readonly department?: string;
  /** Row of the table, for a command with several: the kind of body or meeting, the subject of a finding, or the authority. */
  readonly variant?: string;
}
