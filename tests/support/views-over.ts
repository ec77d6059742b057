import { STALE_AFTER_SECONDS } from '@mtg/bi-doors';
import { viewsFor } from '@mtg/datasets';
import { FEED_COLUMN, staleSql, type ViewsOver } from '@mtg/warehouse';
import { datasets } from './bi-database';

/** The views of the datasets over the copies that are there, as the insight program makes them. */
export const viewsOver: ViewsOver = (sources) =>
  viewsFor(
    datasets,
    sources.map(({ name, ...source }) => ({
      ...source,
      schema: name,
      feed: FEED_COLUMN,
      stale: staleSql(name, STALE_AFTER_SECONDS),
    })),
  );
