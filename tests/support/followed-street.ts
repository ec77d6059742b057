import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createLogger } from '@mtg/service-kit';
import { createDataSource, prepareDatabase, runtimeLogin } from '@mtg/subgraph-kit';
import { startWarehouse, WAREHOUSE_MIGRATIONS } from '@mtg/warehouse';
import { query } from '../startup/support/query';
import { datasets, facts } from './bi-database';
import { STREET_MODULES } from './definitions';
import { createPreparedDatabase } from './template-database';
import { adminUrl, createTestDatabase, type TestDatabase } from './test-database';
import { viewsOver } from '../../subgraphs/insight/src/views-over';

const logger = createLogger('test', 'silent');

/** The database of a street, and the warehouse that follows it. */
export interface FollowedStreet {
  readonly street: TestDatabase;
  readonly warehouse: TestDatabase;
  /** Begins to follow it. */
  follow(): Promise<void>;
  /** Ends the connections to it and takes no more, as if its server were gone. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  /** Keeps a copy of the street as it is now. To be called before it is followed. */
  backUp(): Promise<void>;
  /** Puts the copy in the place of the street. */
  restore(): Promise<void>;
  drop(): Promise<void>;
}

/** Prepares a street as its program does, and a warehouse beside it, which follows no other. */
export async function createFollowedStreet(): Promise<FollowedStreet> {
  const [module] = STREET_MODULES;
  if (!module) throw new Error('the list has no street');
  const { definition, listing } = module;
  const street = await createPreparedDatabase(definition);
  const login = { role: `${street.name}_warehouse`, password: 'reads' };
  const owner = await createDataSource({ ...definition, url: street.url }).initialize();
  await prepareDatabase(owner, definition, runtimeLogin(street.runtimeUrl, undefined), { logger }, login);
  await owner.destroy();
  const warehouse = await createTestDatabase();
  const serving = new URL(warehouse.runtimeUrl);
  await warehouse.query(`CREATE ROLE ${serving.username} LOGIN NOINHERIT PASSWORD '${serving.password}'`);
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  const server = new URL(street.url);
  const link = await linkTo(Number(server.port), server.hostname);
  const url = Object.assign(server, {
    username: login.role,
    password: login.password,
    hostname: '127.0.0.1',
    port: link.port,
  });
  let running: Awaited<ReturnType<typeof startWarehouse>> | undefined;
  /** Ends the sessions of the street, since a slot that one of them is reading cannot be dropped, nor its database renamed. */
  const endSessions = (): Promise<unknown> =>
    query(
      adminUrl(),
      `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '${street.name}'`,
    );
  const dropSlots = async (): Promise<void> => {
    await endSessions();
    await query(
      adminUrl(),
      `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = '${street.name}'`,
    );
  };
  return {
    street,
    warehouse,
    follow: async () => {
      running = await startWarehouse({
        databaseUrl: warehouse.url,
        sources: [{ name: module.name, code: listing.code, title: listing.title, url: url.toString() }],
        facts,
        viewsOver: viewsOver(datasets),
        serving: [serving.username],
        logger,
      });
    },
    kill: link.cut,
    revive: link.open,
    backUp: async () => {
      // The kept connection of earlier statements.
      await endSessions();
      await query(
        adminUrl(),
        `CREATE DATABASE ${street.name}_old TEMPLATE ${street.name} STRATEGY FILE_COPY`,
      );
    },
    restore: async () => {
      await link.cut();
      await dropSlots();
      // To drop a database waits for every connection of the server, also for one that waits for its reader.
      await query(adminUrl(), `ALTER DATABASE ${street.name} RENAME TO ${street.name}_gone`);
      await query(adminUrl(), `ALTER DATABASE ${street.name}_old RENAME TO ${street.name}`);
      await link.open();
    },
    drop: async () => {
      await running?.stop();
      await link.cut();
      await dropSlots();
      for (const name of [street.name, `${street.name}_old`, `${street.name}_gone`])
        await query(adminUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await query(adminUrl(), `DROP ROLE ${login.role}`);
      await warehouse.query(`DROP OWNED BY ${serving.username}`);
      await warehouse.drop();
    },
  };
}

/** A way to a server that can be cut. */
interface Link {
  readonly port: string;
  open(): Promise<void>;
  cut(): Promise<void>;
}

async function linkTo(port: number, host: string): Promise<Link> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ port, host });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  let own = 0;
  const open = async (): Promise<void> => {
    server.listen(own, '127.0.0.1');
    await once(server, 'listening');
  };
  await open();
  // A server that listens on a port has an address of this form.
  own = (server.address() as AddressInfo).port;
  return {
    port: String(own),
    open,
    cut: async () => {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
