import { AuditAnchor, AuditEntry } from '@mtg/commands';
import { createDataSource } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { DatabaseAddress } from '../config';

/** Connects to a database of any subgraph, for its audit tables alone: the subgraph itself need not be built. */
export const openAudit = async (address: DatabaseAddress): Promise<DataSource> =>
  createDataSource({
    ...address,
    entities: [AuditEntry, AuditAnchor],
    migrations: [],
    unlimited: true,
  }).initialize();
