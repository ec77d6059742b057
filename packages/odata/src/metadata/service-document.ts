import type { Dataset } from '@mtg/datasets';
import type { MetadataLevel } from '../request/format';

/** The service document: all entity sets that the reader may read. */
export const serviceDocument = (root: string, datasets: readonly Dataset[], level: MetadataLevel): string =>
  JSON.stringify({
    ...(level !== 'none' && { '@odata.context': `${root}$metadata` }),
    value: datasets.map(({ name, zh, en }) => ({
      name,
      title: `${zh} · ${en}`,
      kind: 'EntitySet',
      url: name,
    })),
  });
