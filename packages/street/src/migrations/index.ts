import { ReferenceLoad1700000000000, type Class } from '@mtg/subgraph-kit';
import { Organization1700000001000 } from './1700000001000-organization';

/** All migrations of a street, oldest first. Append; never edit one that has left this repository. */
export const streetMigrations: readonly Class[] = [ReferenceLoad1700000000000, Organization1700000001000];
