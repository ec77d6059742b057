import type { DocumentNode } from 'graphql';

/** A subgraph as the composer needs it. */
export interface SubgraphSource {
  /** e.g. `dayu` */
  readonly name: string;
  /** Written into the supergraph; the gateway may be told another one. e.g. `http://127.0.0.1:4001/graphql` */
  readonly url: string;
  readonly sdl: string;
}

/** A subgraph whose SDL is at least GraphQL. */
export interface ParsedSubgraph {
  readonly name: string;
  readonly url: string;
  readonly document: DocumentNode;
}
