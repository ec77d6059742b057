import type { IncomingMessage } from 'node:http';
import type { DataSource } from 'typeorm';
import type { Class } from '../database/class';
import type { TableAccessList } from '../database/table-access';
import type { SharedTable } from '../database/shared-table';
import type { DatabaseView } from '../database/views';
import type { ReferenceSet } from '../reference/load';
import type { FederatedSchemaParts } from '../schema/federated-schema';
import type { PartStatus, RefusedRequest } from '@mtg/service-kit';
import type { SubgraphContext } from '../context/context';
import type { AttachedFiles } from '@mtg/storage';
import type { MountRoutes } from './own-schema';
import type { PeriodicTask } from './tasks';

/** Settings of a subgraph's tasks, from its environment. */
export interface TaskSettings {
  readonly sweepSeconds: number;
  /** GraphQL URLs of the streets whose audit the district witnesses, by code. */
  readonly auditUrls: ReadonlyMap<string, string>;
  /** Where attached files are, and what is accepted; without it a street attaches none. */
  readonly files?: AttachedFiles | undefined;
  /** Receiver of a street's messages; without it they are read in the schema alone. */
  readonly messagesWebhook?: { readonly url: string; readonly secret: string | undefined };
}

/** Everything that makes one subgraph different from another; the kit does the rest. */
export interface SubgraphDefinition extends FederatedSchemaParts {
  /** Its name in the list of subgraphs. */
  readonly name: string;
  /** Chinese name, for people. */
  readonly title: string;
  readonly defaultPort: number;
  /** Code of the street, if it is a street's; errors carry it. */
  readonly street?: string;
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
  /** Views, as text that may change from version to version. */
  readonly views?: readonly DatabaseView[];
  /** Reads the reference files; called after the migrations and before anything is served. */
  readonly referenceSets: () => readonly ReferenceSet[];
  /** Tables that are neither reference data nor work rows, or that no entity stands for. */
  readonly tableAccess?: TableAccessList;
  /** Columns that leave the subgraph, for the district's warehouse. */
  readonly shared?: readonly SharedTable[];
  /** Puts commands on record that were refused before they were given; the answer waits for it. */
  readonly recordRefused?: (
    caller: Pick<SubgraphContext, 'database' | 'requestId' | 'actor' | 'clock' | 'owner'>,
    refused: RefusedRequest,
  ) => Promise<void>;
  /** Parts of `/readyz` that only subgraphs of this kind have. */
  readonly furtherParts?: (database: DataSource) => readonly PartStatus[];
  /** Its own tasks, given its settings. */
  readonly tasks?: (settings: TaskSettings) => readonly PeriodicTask[];
  /** True for a request whose body may take long to arrive. */
  readonly longBodies?: (request: IncomingMessage) => boolean;
  /** Routes of its own beside `/graphql`. */
  readonly routes?: MountRoutes;
  /** Adds what this subgraph's resolvers need besides the common context. */
  readonly extendContext?: (context: SubgraphContext) => SubgraphContext | Promise<SubgraphContext>;
}
