import { INSIGHT } from '@mtg/subgraphs';
import type { ComposeFile } from './compose-types';
import {
  databaseOf,
  isDeclared,
  ownerSecretOf,
  same,
  variable,
  warehouseNetworkOf,
  type Requirement,
  type StoreSubject,
} from './requirement';
import { serverSettings } from './server-settings';

/** Settings that the district's warehouse needs of every database, and that a running server cannot change. */
const DATABASE_SETTINGS: Readonly<Record<string, RegExp>> = {
  wal_level: /^logical$/,
  max_replication_slots: /^\d+$/,
  max_slot_wal_keep_size: /^\d+[MG]B$/,
};

/** Services on a network. */
const membersOf = ({ services }: ComposeFile, network: string): readonly string[] =>
  Object.entries(services)
    .filter(([, service]) => service.networks?.includes(network))
    .map(([name]) => name);

export const DATABASE: readonly Requirement<StoreSubject>[] = [
  { sentence: 'runs PostgreSQL 18', holds: ({ image }) => /^postgres:18(\.|-|$)/.test(image ?? '') },
  { sentence: 'runs as the user postgres', holds: ({ user }) => user === 'postgres' },
  {
    sentence: 'publishes no port',
    holds: ({ ports, expose, network_mode }) => !ports && !expose && !network_mode,
  },
  {
    sentence: 'keeps its data in a volume of its own at /var/lib/postgresql',
    holds: ({ volumes }, { compose, listing: { name } }) =>
      same(volumes, [`${databaseOf(name)}:/var/lib/postgresql`]) && databaseOf(name) in compose.volumes,
  },
  {
    sentence: 'has an owner and a database with the name of its street',
    holds: (service, { listing: { name } }) =>
      variable(service, 'POSTGRES_USER') === name && variable(service, 'POSTGRES_DB') === name,
  },
  {
    sentence: "takes its owner's password from a declared secret of its own",
    holds: (service, { compose, listing: { name } }) =>
      variable(service, 'POSTGRES_PASSWORD_FILE') === `/run/secrets/${ownerSecretOf(name)}` &&
      same(service.secrets, [ownerSecretOf(name)]) &&
      isDeclared(compose, ownerSecretOf(name)),
  },
  {
    sentence: 'asks for a scram password over TCP',
    holds: (service) =>
      variable(service, 'POSTGRES_INITDB_ARGS').includes('--auth-host=scram-sha-256') &&
      variable(service, 'POSTGRES_HOST_AUTH_METHOD') === 'scram-sha-256',
  },
  {
    sentence: 'is ready for logical replication',
    holds: (service) => {
      const settings = serverSettings(service);
      return Object.entries(DATABASE_SETTINGS).every(([name, value]) => value.test(settings.get(name) ?? ''));
    },
  },
  {
    sentence: 'is asked over TCP whether it is ready',
    holds: ({ healthcheck }) => /pg_isready -h 127\.0\.0\.1 /.test(healthcheck?.test?.at(-1) ?? ''),
  },
  {
    sentence: 'shares an internal network with its own subgraph only',
    holds: ({ networks }, { compose, listing: { name } }) =>
      networks?.includes(databaseOf(name)) === true &&
      same(membersOf(compose, databaseOf(name)), [name, databaseOf(name)]) &&
      networks.every((network) => compose.networks[network]?.internal === true),
  },
  {
    sentence: "shares another network with the warehouse's program only, and no third",
    holds: ({ networks }, { compose, listing: { name, kind } }) => {
      const others = networks?.filter((network) => network !== databaseOf(name));
      if (kind === 'insight') return same(others, []);
      return (
        same(others, [warehouseNetworkOf(name)]) &&
        same(membersOf(compose, warehouseNetworkOf(name)), [databaseOf(name), INSIGHT.name])
      );
    },
  },
];
