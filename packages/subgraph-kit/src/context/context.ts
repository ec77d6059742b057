import type { Actor } from '@mtg/access';
import type { Clock } from '@mtg/governance';
import type { RequestContext } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import type { RequestLoaders } from './loaders';

/** Context of every resolver of a subgraph, one per operation. */
export interface SubgraphContext extends RequestContext {
  readonly database: DataSource;
  readonly loaders: RequestLoaders;
  /** Caller, from the token. Undefined without one. */
  readonly actor: Actor | undefined;
  /** Problem of the token, if any; then nothing is executed. */
  readonly refusedToken?: Error | undefined;
  readonly clock: Clock;
  /** Owner of the data that this subgraph serves: the street's code, or `DISTRICT`. */
  readonly owner: string;
  /** GraphQL URL of the district's subgraph, for a street that asks it; undefined where there is none. */
  readonly districtUrl: string | undefined;
}
