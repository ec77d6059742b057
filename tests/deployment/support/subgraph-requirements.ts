import { DISTRICT, FEDERATED, STREETS, type SubgraphListing } from '@mtg/subgraphs';
import { REQUIRED } from './compose-file';
import {
  databaseOf,
  isDeclared,
  ownerSecretOf,
  runtimeSecretOf,
  same,
  variable,
  warehouseSecretOf,
  type Requirement,
  type Subject,
} from './requirement';

/** Facts that a street knows of the district, or the district of the streets, by the variable that says it. */
const NEIGHBOURS: Readonly<Record<SubgraphListing['kind'], readonly [variable: string, value: string]>> = {
  street: ['DISTRICT_URL', `http://${DISTRICT.name}:${DISTRICT.port}/graphql`],
  district: [
    'AUDIT_URLS',
    STREETS.map(({ code, name, port }) => `${code}=http://${name}:${port}/graphql`).join(','),
  ],
};

export const SUBGRAPH: readonly Requirement<Subject>[] = [
  { sentence: 'leaves the building of the image to the gateway', holds: ({ build }) => !build },
  {
    sentence: 'runs the program of its own folder',
    holds: ({ command }, { listing: { name } }) =>
      command?.join(' ') === `node subgraphs/${name}/dist/main.js`,
  },
  { sentence: 'publishes no port', holds: ({ ports, network_mode }) => !ports && !network_mode },
  {
    sentence: 'listens on the port of the list of subgraphs',
    holds: (service, { listing: { port } }) => variable(service, 'PORT') === String(port),
  },
  {
    sentence:
      'serves from its own database as another role than the owner, with the password from the secret',
    holds: (service, { compose, listing: { name } }) =>
      variable(service, 'DATABASE_URL') === `postgres://${name}_runtime@${databaseOf(name)}:5432/${name}` &&
      variable(service, 'DATABASE_PASSWORD_FILE') === `/run/secrets/${runtimeSecretOf(name)}` &&
      isDeclared(compose, runtimeSecretOf(name)),
  },
  {
    sentence: 'prepares its own database as the owner, with the password from the secret',
    holds: (service, { listing: { name } }) =>
      variable(service, 'DATABASE_OWNER_URL') === `postgres://${name}@${databaseOf(name)}:5432/${name}` &&
      variable(service, 'DATABASE_OWNER_PASSWORD_FILE') === `/run/secrets/${ownerSecretOf(name)}`,
  },
  {
    sentence: 'lets the warehouse read as a role of its own, with the password from the secret',
    holds: (service, { compose, listing: { name } }) =>
      variable(service, 'WAREHOUSE_ROLE') === `${name}_warehouse` &&
      variable(service, 'WAREHOUSE_PASSWORD_FILE') === `/run/secrets/${warehouseSecretOf(name)}` &&
      isDeclared(compose, warehouseSecretOf(name)),
  },
  {
    sentence: 'holds the three passwords of its own database and no other secret',
    holds: ({ secrets }, { listing: { name } }) =>
      same(secrets, [ownerSecretOf(name), runtimeSecretOf(name), warehouseSecretOf(name)]),
  },
  {
    sentence: 'believes the tokens of the issuer that is set',
    holds: (service) => variable(service, 'OIDC_ISSUER') === REQUIRED['OIDC_ISSUER'],
  },
  {
    sentence:
      'reaches the issuer of tokens by a network that leads out and has neither the gateway nor a database on it',
    holds: ({ networks }, { compose }) => {
      const others = Object.entries(compose.services).filter(
        ([name]) => !FEDERATED.some((subgraph) => subgraph.name === name),
      );
      const out = (networks ?? []).filter((network) => compose.networks[network]?.internal !== true);
      return (
        out.length === 1 &&
        !others.some(([, service]) => service.networks?.some((network) => out.includes(network)))
      );
    },
  },
  {
    sentence: 'knows where the district is, or the district where all streets are',
    holds: (service, { listing: { kind } }) => {
      const [name, value] = NEIGHBOURS[kind];
      return variable(service, name) === value;
    },
  },
  {
    sentence: 'waits for its own database and for nothing else',
    holds: ({ depends_on }, { listing: { name } }) =>
      same(Object.keys(depends_on ?? {}), [databaseOf(name)]) &&
      depends_on?.[databaseOf(name)]?.condition === 'service_healthy',
  },
];
