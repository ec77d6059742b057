import { positionOf, within, type Doors } from '@mtg/bi-doors';
import {
  aggregateSql,
  groupName,
  groupTerm,
  measureNamed,
  QueryProblem,
  writePosition,
  type Comparison,
  type Grain,
  type GroupOrder,
  type GroupTerm,
  type HavingTerm,
} from '@mtg/dataset-query';
import type { Dataset, Measure } from '@mtg/datasets';
import { refuse } from '@mtg/service-kit';
import type { FilterInput } from './conditions';
import type { GraphContext } from './context';
import { sourceFreshness } from './freshness';
import { countWithin } from './numbers';
import { reading, type Row } from './read';
import { shownValue } from './shown-value';

interface GroupingInput {
  readonly column: string;
  readonly grain?: Grain | null;
}

interface GroupOrderInput extends Partial<GroupingInput> {
  readonly measure?: string | null;
  readonly direction: 'ASC' | 'DESC';
}

/** Arguments of a dataset's groups, as GraphQL has checked them. */
export interface GroupsArguments {
  readonly groupBy?: readonly GroupingInput[] | null;
  readonly measures: readonly string[];
  readonly timezone: string;
  readonly filter?: FilterInput | null;
  readonly having?:
    readonly { readonly measure: string; readonly is: Readonly<Record<string, number | null>> }[] | null;
  readonly orderBy?: readonly GroupOrderInput[] | null;
  readonly first?: number | null;
}

const GROUPS = { usual: 1000, most: 10_000 };
const MOST_TERMS = 10;

/** Reads groups of a dataset's rows. */
export const readGroups = (
  doors: Pick<Doors, 'pool' | 'sources'>,
  dataset: Dataset,
  strict: boolean,
  given: GroupsArguments,
  context: GraphContext,
): Promise<object> =>
  reading(doors, context, { dataset, strict, filter: given.filter }, async (open) => {
    const size = countWithin('first', given.first, GROUPS);
    const groupBy = distinct('groupBy', (given.groupBy ?? []).map(groupingOf(dataset)), groupName);
    const measures = distinct(
      'measures',
      given.measures.map(measureOf(dataset, 'measures')),
      ({ name }) => name,
    );
    if (groupBy.length + measures.length === 0) {
      throw new QueryProblem('measures', {
        zh: '没有分组项，也没有指标，请至少给一个',
        en: 'without `groupBy` it needs a measure. Give one',
      });
    }
    const query = {
      dataset,
      groupBy,
      measures,
      timeZone: given.timezone,
      filter: within(open.reader, dataset, open.filter),
      having: (given.having ?? []).flatMap(havingOf(dataset)),
      orderBy: (given.orderBy ?? []).map(orderOf(dataset)),
      first: size + 1,
      parts: open.parts,
    };
    const found = await open.rows((binder) => aggregateSql(query, binder));
    return {
      nodes: found.slice(0, size).map((row) => new Group(row, groupBy, measures)),
      hasMore: found.length > size,
      freshness: sourceFreshness(doors, open.freshness),
      position: writePosition(positionOf(open.freshness)),
    };
  });

/** A group of rows, as the schema has it. */
class Group {
  constructor(
    private readonly row: Row,
    private readonly groupBy: readonly GroupTerm[],
    private readonly measures: readonly Measure[],
  ) {}

  get keys(): readonly unknown[] {
    return this.groupBy.map((term) => this.#keyOf(term));
  }

  get values(): readonly unknown[] {
    return this.measures.map(({ name }) => this.row[name]);
  }

  /** @throws PublicError BAD_USER_INPUT for what is not in `groupBy` */
  key({ column, grain }: GroupingInput): unknown {
    const term = this.groupBy.find(
      (each) => each.column.name === column.toLowerCase() && (each.grain ?? null) === (grain ?? null),
    );
    if (term) return this.#keyOf(term);
    throw refuse.badArgument('column', {
      zh: `groupBy 中没有 ${column}${grain ? `（${grain}）` : ''}，请加上，粒度也须相同`,
      en: `\`groupBy\` has no ${column}${grain ? ` by ${grain}` : ''}. Add it there, with the same grain`,
    });
  }

  readonly #keyOf = (term: GroupTerm): unknown => {
    const value = this.row[groupName(term)];
    return term.grain === undefined ? shownValue(term.column.sql, value) : value;
  };

  /** @throws PublicError BAD_USER_INPUT for what is not in `measures` */
  value({ measure }: { readonly measure: string }): unknown {
    const found = this.measures.find(({ name }) => name === measure.toLowerCase());
    if (found) return this.row[found.name];
    throw refuse.badArgument('measure', {
      zh: `measures 中没有 ${measure}，请加上`,
      en: `\`measures\` has no ${measure}. Add it there`,
    });
  }
}

const groupingOf =
  (dataset: Dataset) =>
  ({ column, grain }: GroupingInput): GroupTerm =>
    groupTerm(dataset, column.toLowerCase(), grain ?? undefined, 'groupBy');

const measureOf =
  (dataset: Dataset, argument: string) =>
  (name: string): Measure =>
    measureNamed(dataset, name.toLowerCase(), argument);

const COMPARISONS: readonly Comparison[] = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'];

const havingOf =
  (dataset: Dataset) =>
  ({ measure, is }: NonNullable<GroupsArguments['having']>[number]): readonly HavingTerm[] =>
    COMPARISONS.flatMap((comparison) => {
      const value = is[comparison.toLowerCase()];
      return typeof value === 'number'
        ? [{ measure: measureOf(dataset, 'having')(measure), comparison, value }]
        : [];
    });

const orderOf =
  (dataset: Dataset) =>
  ({ column, grain, measure, direction }: GroupOrderInput): GroupOrder => {
    const descending = direction === 'DESC';
    if (typeof measure === 'string' && typeof column !== 'string') {
      return { name: measureOf(dataset, 'orderBy')(measure).name, descending };
    }
    if (typeof column === 'string' && typeof measure !== 'string') {
      const term = groupTerm(dataset, column.toLowerCase(), grain ?? undefined, 'orderBy');
      return { name: groupName(term), descending };
    }
    throw new QueryProblem('orderBy', {
      zh: '每项须给 column 或 measure 之一',
      en: 'each key needs either `column` or `measure`',
    });
  };

/** @throws QueryProblem for one that occurs twice, and for too many */
function distinct<T>(argument: string, terms: readonly T[], nameOf: (term: T) => string): readonly T[] {
  const names = terms.map(nameOf);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new QueryProblem(argument, {
      zh: `“${twice}”出现了两次，请删去一个`,
      en: `“${twice}” occurs twice. Remove one of them`,
    });
  }
  if (terms.length > MOST_TERMS) {
    throw new QueryProblem(argument, {
      zh: `最多 ${MOST_TERMS} 项`,
      en: `at most ${MOST_TERMS} are allowed`,
    });
  }
  return terms;
}
