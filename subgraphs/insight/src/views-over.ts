import { viewsFor, type Dataset } from '@mtg/datasets';
import { FEED_COLUMN, STALE_AFTER_SECONDS, staleSql, type ViewsOver } from '@mtg/warehouse';

/** The views of datasets over the copies that are there. */
export const viewsOver =
  (datasets: readonly Dataset[], staleAfterSeconds = STALE_AFTER_SECONDS): ViewsOver =>
  (sources) =>
    viewsFor(
      datasets,
      sources.map(({ name, ...source }) => ({
        ...source,
        schema: name,
        feed: FEED_COLUMN,
        stale: staleSql(name, staleAfterSeconds),
      })),
    );
