import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import { parse } from 'yaml';
import { ROOT } from '../support/project';

/**
 * Requirements of every subgraph, in every place that names them. A failure says in a sentence what is missing:
 * it is the checklist for adding a fifth street.
 */
/** Empty when there is no such file: that is then one of the sentences. */
const read = (path: string): string =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
const names = SUBGRAPHS.map(({ name }) => name);
/** All parts that have a folder and a database. */
const storing = [...names, INSIGHT.name];

const folders = readdirSync(join(ROOT, 'subgraphs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'subgraphs', entry.name, 'package.json')))
  .map(({ name }) => name);

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>> }>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}
const readCompose = (): Compose => parse(read('docker-compose.yml'), { merge: true }) as Compose;

/** Each `[sentence, holds]` that does not hold, as its sentence. */
const missing = (checks: readonly (readonly [string, boolean])[]): string[] =>
  checks.filter(([, holds]) => !holds).map(([sentence]) => sentence);

test('every line of the list has a folder, and every folder a line', () => {
  expect(
    missing([
      ...storing.map(
        (name) =>
          [
            `subgraphs/list.ts names "${name}", but there is no folder subgraphs/${name}`,
            folders.includes(name),
          ] as const,
      ),
      ...folders.map(
        (name) =>
          [
            `subgraphs/${name} is a folder, but subgraphs/list.ts has no line for it`,
            storing.includes(name),
          ] as const,
      ),
    ]),
  ).toEqual([]);
});

test('names, codes, types and ports are each used once', () => {
  const streets = SUBGRAPHS.filter((listing) => listing.kind === 'street');
  const doubled = (values: readonly unknown[]) =>
    values.filter((value, index) => values.indexOf(value) !== index);
  expect(doubled(storing)).toEqual([]);
  expect(doubled([...SUBGRAPHS, INSIGHT].map(({ port }) => port))).toEqual([]);
  expect(doubled(streets.map(({ typeName }) => typeName))).toEqual([]);
  expect(doubled(SUBGRAPHS.map(({ divisionCode }) => divisionCode))).toEqual([]);
});

test.each(SUBGRAPHS.map((listing) => ({ ...listing })))('$name is complete', (listing) => {
  const { name, kind } = listing;
  const folder = `subgraphs/${name}`;
  const has = (path: string): readonly [string, boolean] => [
    `${folder}/${path} is missing`,
    existsSync(join(ROOT, folder, path)),
  ];
  const references = JSON.parse(read('tsconfig.json')) as { references: { path: string }[] };
  const supergraph = read('gateway/supergraph.graphql');
  const compose = readCompose();
  expect(
    missing([
      has('package.json'),
      has('tsconfig.json'),
      has('src/main.ts'),
      has('src/index.ts'),
      [
        `${folder}/schema.graphql is missing: run npm run generate`,
        existsSync(join(ROOT, folder, 'schema.graphql')),
      ],
      ...(kind === 'street'
        ? [has('src/profile.ts'), has('data/communities.csv')]
        : [has('data/base-tasks.csv')]),
      [
        `tsconfig.json has no reference to ${folder}`,
        references.references.some(({ path }) => path === folder),
      ],
      [
        `gateway/supergraph.graphql does not contain "${name}": run npm run generate`,
        supergraph.includes(`@join__graph(name: "${name}"`),
      ],
      [`docker-compose.yml has no service "${name}"`, name in compose.services],
      [`docker-compose.yml has no database "${name}-db"`, `${name}-db` in compose.services],
      [`docker-compose.yml has no volume "${name}-db"`, `${name}-db` in compose.volumes],
      [`docker-compose.yml has no network "${name}-db"`, `${name}-db` in compose.networks],
      [`docker-compose.yml has no secret "${name}_db_password"`, `${name}_db_password` in compose.secrets],
      [`docker-compose.yml has no network "${name}-warehouse"`, `${name}-warehouse` in compose.networks],
      [
        `docker-compose.yml does not tell the insight program the source ${name.toUpperCase()}`,
        String(compose.services[INSIGHT.name]?.environment?.['SOURCES']).includes(`${name.toUpperCase()}=`),
      ],
      [
        `docker-compose.yml does not tell the gateway SUBGRAPH_${name.toUpperCase()}_URL`,
        `SUBGRAPH_${name.toUpperCase()}_URL` in (compose.services['gateway']?.environment ?? {}),
      ],
      ...(listing.kind === 'street'
        ? [
            [
              `${folder}/schema.graphql does not name ${listing.typeName}: run npm run generate`,
              read(`${folder}/schema.graphql`).includes(` ${listing.typeName} for AnyStreet`),
            ] as const,
            [
              `gateway/supergraph.graphql has no type ${listing.typeName}: run npm run generate`,
              supergraph.includes(`\ntype ${listing.typeName} implements Street\n`),
            ] as const,
            [
              `subgraphs/district/schema.graphql does not know ${listing.typeName}: run npm run generate`,
              read('subgraphs/district/schema.graphql').includes(`type ${listing.typeName} `),
            ] as const,
          ]
        : []),
    ]),
  ).toEqual([]);
});

test('the insight program is part of the federation', () => {
  const gateway = readCompose().services['gateway']?.environment ?? {};
  expect(
    missing([
      [
        `subgraphs/${INSIGHT.name}/schema.graphql is missing: run npm run generate`,
        existsSync(join(ROOT, 'subgraphs', INSIGHT.name, 'schema.graphql')),
      ],
      [
        `gateway/supergraph.graphql does not contain "${INSIGHT.name}": run npm run generate`,
        read('gateway/supergraph.graphql').includes(`@join__graph(name: "${INSIGHT.name}"`),
      ],
      [
        `docker-compose.yml does not tell the gateway SUBGRAPH_INSIGHT_URL`,
        gateway['SUBGRAPH_INSIGHT_URL'] === `http://${INSIGHT.name}:${INSIGHT.port}/graphql`,
      ],
    ]),
  ).toEqual([]);
});

test('docker-compose.yml runs no subgraph that the list does not name', () => {
  const compose = readCompose();
  const known = new Set(['gateway', ...storing, ...storing.map((name) => `${name}-db`)]);
  expect(Object.keys(compose.services).filter((service) => !known.has(service))).toEqual([]);
});
