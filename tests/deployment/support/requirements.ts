import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import type { ComposeFile } from './compose-types';
import { DATABASE } from './database-requirements';
import type { Image } from './dockerfile';
import { GATEWAY } from './gateway-requirements';
import { INSIGHT_PROGRAM } from './insight-requirements';
import { EVERY_SERVICE, PROGRAM } from './program-requirements';
import { databaseOf, type Requirement } from './requirement';
import { SUBGRAPH } from './subgraph-requirements';

/** Every requirement that a compose file does not meet, as a sentence. */
export function shortcomings(compose: ComposeFile, image: Image): string[] {
  const unmet = <S>(service: string, requirements: readonly Requirement<S>[], subject: S): string[] => {
    const found = compose.services[service];
    if (!found) return [];
    return requirements
      .filter(({ holds }) => !holds(found, subject))
      .map(({ sentence }) => `not so: the service "${service}" ${sentence}`);
  };
  const storing = [...SUBGRAPHS, INSIGHT];
  const programs = [...storing.map(({ name }) => name), 'gateway'];
  const expected = [...storing.map(({ name }) => databaseOf(name)), ...programs];
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
    ...storing.flatMap((listing) => unmet(databaseOf(listing.name), DATABASE, { compose, listing })),
    ...SUBGRAPHS.flatMap((listing) => unmet(listing.name, SUBGRAPH, { compose, listing })),
    ...unmet(INSIGHT.name, INSIGHT_PROGRAM, { compose }),
    ...unmet('gateway', GATEWAY, { compose }),
  ];
}
