import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import type { ComposeFile } from './compose-types';
import {
  databaseOf,
  isDeclared,
  ownerSecretOf,
  runtimeSecretOf,
  same,
  variable,
  warehouseNetworkOf,
  warehouseSecretOf,
  type Requirement,
} from './requirement';

const { name, port } = INSIGHT;
const NAMES = SUBGRAPHS.map((listing) => listing.name);
const SOURCES = NAMES.map(
  (source) => `${source.toUpperCase()}=postgres://${source}_warehouse@${databaseOf(source)}:5432/${source}`,
);

/** The program that copies what the subgraphs share into the warehouse. */
export const INSIGHT_PROGRAM: readonly Requirement<{ readonly compose: ComposeFile }>[] = [
  { sentence: 'leaves the building of the image to the gateway', holds: ({ build }) => !build },
  {
    sentence: 'runs the program of its own folder',
    holds: ({ command }) => command?.join(' ') === `node subgraphs/${name}/dist/main.js`,
  },
  { sentence: 'publishes no port', holds: ({ ports, network_mode }) => !ports && !network_mode },
  {
    sentence: 'listens on the port of the list of subgraphs',
    holds: (service) => variable(service, 'PORT') === String(port),
  },
  {
    sentence: 'reads every subgraph as its warehouse role, with the password from the secret',
    holds: (service) =>
      variable(service, 'SOURCES') === SOURCES.join(',') &&
      NAMES.every(
        (source) =>
          variable(service, `SOURCE_PASSWORD_${source.toUpperCase()}_FILE`) ===
          `/run/secrets/${warehouseSecretOf(source)}`,
      ),
  },
  {
    sentence: 'believes the tokens of the issuer that the subgraphs believe',
    holds: (service, { compose }) =>
      NAMES.map((each) => compose.services[each]).every(
        (subgraph) =>
          subgraph !== undefined &&
          ['OIDC_ISSUER', 'JWKS_URL', 'OIDC_AUDIENCE'].every(
            (each) => variable(service, each) === variable(subgraph, each),
          ),
      ),
  },
  {
    sentence: 'has a database of its own, with an owner and a role that serves',
    holds: (service, { compose }) =>
      variable(service, 'DATABASE_URL') === `postgres://${name}_runtime@${databaseOf(name)}:5432/${name}` &&
      variable(service, 'DATABASE_PASSWORD_FILE') === `/run/secrets/${runtimeSecretOf(name)}` &&
      variable(service, 'DATABASE_OWNER_URL') === `postgres://${name}@${databaseOf(name)}:5432/${name}` &&
      variable(service, 'DATABASE_OWNER_PASSWORD_FILE') === `/run/secrets/${ownerSecretOf(name)}` &&
      isDeclared(compose, runtimeSecretOf(name)),
  },
  {
    sentence: 'holds the passwords of its own database and of its sources, and no other secret',
    holds: ({ secrets }) =>
      same(secrets, [ownerSecretOf(name), runtimeSecretOf(name), ...NAMES.map(warehouseSecretOf)]),
  },
  {
    sentence:
      'reaches its own database and those of its sources, the gateway and the issuer, and nothing else',
    holds: ({ networks }) =>
      same(networks, [databaseOf(name), ...NAMES.map(warehouseNetworkOf), 'federation', 'issuer']),
  },
  {
    sentence: 'waits for its own database and for nothing else',
    holds: ({ depends_on }) =>
      same(Object.keys(depends_on ?? {}), [databaseOf(name)]) &&
      depends_on?.[databaseOf(name)]?.condition === 'service_healthy',
  },
];
