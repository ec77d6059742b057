import { DISTRICT, STREETS, SUBGRAPHS, type SubgraphListing } from '@mtg/subgraphs';
import { REQUIRED } from './compose-file';
import type { ComposeFile, ComposeService } from './compose-types';
import type { Image } from './dockerfile';

interface Requirement<Subject> {
  /** Completes the sentence that begins with the name of the service. */
  readonly sentence: string;
  readonly holds: (service: ComposeService, subject: Subject) => boolean;
}

interface Subject {
  readonly compose: ComposeFile;
  readonly listing: SubgraphListing;
}

const same = (actual: readonly string[] | undefined, expected: readonly string[]): boolean =>
  JSON.stringify([...(actual ?? [])].sort()) === JSON.stringify([...expected].sort());

const databaseOf = (name: string): string => `${name}-db`;
/** Of the owner of the database, and of the role that serves. */
const ownerSecretOf = (name: string): string => `${name}_db_password`;
const runtimeSecretOf = (name: string): string => `${name}_db_runtime_password`;
const isDeclared = ({ secrets }: ComposeFile, secret: string): boolean =>
  secrets[secret]?.file === `./secrets/${secret}.txt`;
const variable = (service: ComposeService, name: string): string => String(service.environment?.[name] ?? '');
const urlVariable = (name: string): string => `SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`;

/** Settings that the district's warehouse needs of every database, and that a running server cannot change. */
const DATABASE_SETTINGS: Readonly<Record<string, RegExp>> = {
  wal_level: /^logical$/,
  max_logical_replication_workers: /^16$/,
  max_worker_processes: /^24$/,
  max_replication_slots: /^\d+$/,
  max_slot_wal_keep_size: /^\d+[MG]B$/,
};

/** The server settings on a database's command line. */
export const serverSettings = (service: ComposeService): Map<string, string> =>
  new Map(
    (service.command ?? [])
      .filter((argument) => argument.startsWith('-c'))
      .map((argument) => {
        const [name = '', value = ''] = argument.slice(2).trim().split('=');
        return [name, value] as const;
      }),
  );

/** What a street knows of the district, or the district of the streets, by the variable that says it. */
const NEIGHBOURS: Readonly<Record<SubgraphListing['kind'], readonly [variable: string, value: string]>> = {
  street: ['DISTRICT_URL', `http://${DISTRICT.name}:${DISTRICT.port}/graphql`],
  district: [
    'AUDIT_URLS',
    STREETS.map(({ code, name, port }) => `${code}=http://${name}:${port}/graphql`).join(','),
  ],
};

/** Infinite where Node chooses for itself. */
const heapMegabytes = (service: ComposeService): number =>
  Number(/--max-old-space-size=(\d+)/.exec(variable(service, 'NODE_OPTIONS'))?.[1] ?? Infinity);

const megabytes = (limit = ''): number => {
  const [, amount, unit] = /^(\d+)([mg])$/.exec(limit) ?? [];
  return Number(amount ?? 0) * (unit === 'g' ? 1024 : 1);
};

const EVERY_SERVICE: readonly Requirement<unknown>[] = [
  { sentence: 'restarts unless stopped', holds: ({ restart }) => restart === 'unless-stopped' },
  { sentence: 'has a health check', holds: ({ healthcheck }) => (healthcheck?.test?.length ?? 0) > 1 },
  { sentence: 'has a read-only root file system', holds: (service) => service.read_only === true },
  {
    sentence: 'has no capability',
    holds: ({ cap_drop, cap_add, privileged }) => same(cap_drop, ['ALL']) && !cap_add && !privileged,
  },
  {
    sentence: 'cannot gain privileges',
    holds: ({ security_opt }) => security_opt?.includes('no-new-privileges:true') === true,
  },
  {
    sentence: 'keeps passwords out of its environment',
    holds: ({ environment }) =>
      Object.entries(environment ?? {}).every(
        ([name, value]) => !name.endsWith('PASSWORD') && !/:\/\/[^/@]*:[^/@]*@/.test(String(value)),
      ),
  },
];

const DATABASE: readonly Requirement<Subject>[] = [
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
    holds: ({ networks }, { compose, listing: { name } }) => {
      const members = Object.entries(compose.services)
        .filter(([, other]) => other.networks?.some((network) => networks?.includes(network)))
        .map(([member]) => member);
      return (
        same(members, [name, databaseOf(name)]) &&
        (networks ?? []).every((network) => compose.networks[network]?.internal === true)
      );
    },
  },
];

const PROGRAM: readonly Requirement<{ readonly image: Image }>[] = [
  {
    sentence: "runs the project's one image, which is in no registry",
    holds: ({ image, pull_policy }) => image === 'mentougou:latest' && pull_policy === 'never',
  },
  {
    sentence: 'runs as a user that is not root',
    holds: ({ user }, { image }) => !/^(0|root)?(:|$)/.test(user ?? image.user ?? ''),
  },
  { sentence: 'has an init process', holds: ({ init }) => init === true },
  {
    sentence: 'listens on all addresses of its container',
    holds: (service) => variable(service, 'HOST') === '0.0.0.0',
  },
  {
    sentence: "is checked by the image's own health check",
    holds: ({ healthcheck }, { image }) =>
      JSON.stringify(healthcheck?.test) === JSON.stringify(image.healthcheck),
  },
];

const SUBGRAPH: readonly Requirement<Subject>[] = [
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
    sentence: 'holds the two passwords of its own database and no other secret',
    holds: ({ secrets }, { listing: { name } }) =>
      same(secrets, [ownerSecretOf(name), runtimeSecretOf(name)]),
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
        ([name]) => !SUBGRAPHS.some((subgraph) => subgraph.name === name),
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

const GATEWAY: readonly Requirement<{ readonly compose: ComposeFile }>[] = [
  { sentence: "builds the image from the project's one Dockerfile", holds: ({ build }) => build === '.' },
  {
    sentence: 'has a heap that leaves a fifth of its memory to the rest of Node',
    holds: (service) => heapMegabytes(service) <= 0.8 * megabytes(service.mem_limit),
  },
  {
    sentence: 'runs the gateway',
    holds: ({ command }) => command?.join(' ') === 'node gateway/dist/main.js',
  },
  {
    sentence: 'publishes its port, by default 4000',
    holds: (service) => same(service.ports, ['4000:4000']) && variable(service, 'PORT') === '4000',
  },
  { sentence: 'starts whatever else is down', holds: ({ depends_on }) => !depends_on },
  { sentence: 'holds no secret', holds: ({ secrets }) => !secrets },
  {
    sentence: 'is on a network that a published port needs',
    holds: ({ networks }, { compose }) =>
      networks?.some((network) => compose.networks[network]?.internal !== true) === true,
  },
  ...SUBGRAPHS.flatMap(({ name, port }): Requirement<{ readonly compose: ComposeFile }>[] => [
    {
      sentence: `knows the address of ${name}`,
      holds: (service) => variable(service, urlVariable(name)) === `http://${name}:${port}/graphql`,
    },
    {
      sentence: `shares a network with ${name}`,
      holds: ({ networks }, { compose }) =>
        compose.services[name]?.networks?.some((network) => networks?.includes(network)) === true,
    },
  ]),
];

/** Every requirement that a compose file does not meet, as a sentence. */
export function shortcomings(compose: ComposeFile, image: Image): string[] {
  const unmet = <S>(service: string, requirements: readonly Requirement<S>[], subject: S): string[] => {
    const found = compose.services[service];
    if (!found) return [];
    return requirements
      .filter(({ holds }) => !holds(found, subject))
      .map(({ sentence }) => `not so: the service "${service}" ${sentence}`);
  };
  const programs = [...SUBGRAPHS.map(({ name }) => name), 'gateway'];
  const expected = [...SUBGRAPHS.map(({ name }) => databaseOf(name)), ...programs];
  const actual = Object.keys(compose.services);
  return [
    ...expected
      .filter((name) => !actual.includes(name))
      .map((name) => `docker-compose.yml has no service "${name}"`),
    ...actual
      .filter((name) => !expected.includes(name))
      .map((name) => `the service "${name}" belongs to no line of subgraphs/list.ts`),
    ...actual.flatMap((name) => unmet(name, EVERY_SERVICE, undefined)),
    ...programs.flatMap((name) => unmet(name, PROGRAM, { image })),
    ...SUBGRAPHS.flatMap((listing) => [
      ...unmet(databaseOf(listing.name), DATABASE, { compose, listing }),
      ...unmet(listing.name, SUBGRAPH, { compose, listing }),
    ]),
    ...unmet('gateway', GATEWAY, { compose }),
  ];
}
