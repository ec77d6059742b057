/** What a command is aimed at, as far as that decides who may give it. What is not known matches no role. */
export interface Target {
  /** Code of the street whose subgraph is asked. */
  readonly street?: string;
  readonly center?: string;
  readonly community?: string;
  readonly department?: string;
  /** Which row of the table, where the command has several: the kind of body or meeting, or the authority. */
  readonly variant?: string;
}
