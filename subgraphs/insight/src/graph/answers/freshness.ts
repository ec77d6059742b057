import { isStale, type Doors, type Freshness } from '@mtg/bi-doors';

/** How fresh sources are, as the schema has it. */
export const sourceFreshness = (
  { sources }: Pick<Doors, 'sources'>,
  freshness: readonly Freshness[],
): readonly object[] =>
  freshness.map((each) => ({
    ...each,
    name: sources.find(({ code }) => code === each.street)?.title ?? each.street,
    freshAt: each.freshAt?.toISOString() ?? null,
    stale: isStale(each),
    position: String(each.position),
    problem: each.problemZh === null ? null : `${each.problemZh} · ${each.problemEn ?? ''}`,
  }));
