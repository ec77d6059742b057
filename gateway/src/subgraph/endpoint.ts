/** Where a subgraph answers, and what the client may know of it when it does not. */
export interface SubgraphEndpoint {
  /** Its name in the supergraph, e.g. `dayu`. */
  readonly name: string;
  /** Chinese name, for people. */
  readonly title: string;
  /** Its GraphQL endpoint; only the gateway and its log ever see it. */
  readonly url: string;
  /** For connecting, headers and body together; what the operation has left may be less. */
  readonly timeoutMs: number;
  /** Code of the street, if it is a street's: `extensions.street` of its errors. */
  readonly street?: string;
  /** Most bytes of one answer; 16 MiB unless said otherwise. */
  readonly maxResponseBytes?: number;
}
