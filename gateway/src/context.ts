import type { RequestContext } from '@mtg/service-kit';

/** What the data sources of one operation know of each other. */
export class OperationState {
  /**
   * The tree that the gateway builds, by its top-level fields. The gateway merges later answers into the objects of
   * earlier ones, so these references see the whole of it; errors find their place in it.
   */
  readonly tree: Record<string, unknown> = {};

  remember(data: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(data)) this.tree[key] ??= value;
  }
}

/** One per operation. */
export interface GatewayContext extends RequestContext {
  readonly operation: OperationState;
}
