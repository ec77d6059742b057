import { join } from 'node:path';
import { readYaml, referenceSet, type ReferenceSet } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { ServedCommunity } from './served-community';
import { ShimenyingCenter } from './shimenying-center';

const FILE = join(__dirname, '..', '..', '..', 'data', 'shimenying-center.yaml');

const shape = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  reason: z.string().min(1),
  servedArea: z.string().min(1),
  source: z.string(),
  communities: z.array(z.string().regex(/^\d{12}$/)),
});

/** The center and the communities it serves, from `data/shimenying-center.yaml`. */
export function shimenyingReference(): readonly ReferenceSet[] {
  const { communities, source, ...center } = readYaml(FILE, shape);
  return [
    referenceSet<ShimenyingCenter>({
      name: 'shimenying-center',
      entity: ShimenyingCenter,
      key: 'code',
      rows: [{ ...center, functionText: null, citation: source }],
    }),
    referenceSet<ServedCommunity>({
      name: 'shimenying-communities',
      entity: ServedCommunity,
      key: 'communityCode',
      rows: communities.map((code) => ({ communityCode: code, citation: `nbs:${code}` })),
    }),
  ];
}
