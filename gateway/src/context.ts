import type { RequestContext } from '@mtg/service-kit';

/** State shared by the data sources of one operation. */
export class OperationState {
  /**
   * The tree that the gateway builds, by its top-level fields. The gateway merges later answers into the objects of
   * earlier ones, so these references see the whole of it; errors find their place in it.
   */
  readonly tree: Record<string, unknown> = {};

  readonly #startedAt = performance.now();

  /** @param limitMs for the whole operation, from now on */
  constructor(private readonly limitMs = Infinity) {}

  /**
   * Milliseconds that a fetch may take. What earlier fetches have used is gone, or a chain of slow subgraphs would take
   * several times the limit. A subgraph whose own limit is longer than the operation's has the operation wait for it.
   */
  timeFor(fetchLimitMs: number): number {
    const elapsed = Math.floor(performance.now() - this.#startedAt);
    return Math.max(0, Math.min(fetchLimitMs, Math.max(this.limitMs, fetchLimitMs) - elapsed));
  }

  remember(data: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(data)) this.tree[key] ??= value;
  }
}

/** One per operation. */
export interface GatewayContext extends RequestContext {
  readonly operation: OperationState;
}
