import { join } from 'node:path';
import { readCsv, referenceSet, type ReferenceSet } from '@mtg/subgraph-kit';
import type { StreetProfile } from '../foundation/street-profile';
import { Community } from './community';
import { communityRow } from './community-row';
import { StreetRow } from './street-row';

/** Reference data of the street's own folder: its facts, and its communities (`communities.csv`). */
export function streetReference({ identity, dataFolder }: StreetProfile): readonly ReferenceSet[] {
  return [
    referenceSet<StreetRow>({
      name: 'street',
      entity: StreetRow,
      key: 'code',
      rows: [
        {
          code: identity.code,
          name: identity.title,
          divisionCode: identity.divisionCode,
          citation: `nbs:${identity.divisionCode}`,
        },
      ],
    }),
    referenceSet<Community>({
      name: 'communities',
      entity: Community,
      key: 'code',
      rows: readCsv(join(dataFolder, 'communities.csv')).map(({ code = '', name = '' }) =>
        communityRow(code, name, identity.divisionCode, `nbs:${code}`),
      ),
    }),
  ];
}
