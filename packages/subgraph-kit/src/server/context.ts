import type { RequestContext } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import type { RequestLoaders } from './loaders';

/** What every resolver of a subgraph is given; one per operation. */
export interface SubgraphContext extends RequestContext {
  readonly database: DataSource;
  readonly loaders: RequestLoaders;
}
