import type { Dataset } from '@mtg/datasets';
import { enumValue } from './names';
import { block, described } from './words';

/** Something that several datasets have under one name. */
interface Named {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** More labels than these would say no more. */
const MOST_LABELS = 3;

/** An enum of the names that occur in some dataset, each with its labels there. */
function namesEnum(head: string, all: readonly Named[]): string {
  const labels = (name: string, of: 'zh' | 'en'): string =>
    [...new Set(all.filter((each) => each.name === name).map((each) => each[of]))]
      .slice(0, MOST_LABELS)
      .join(of === 'zh' ? '、' : '; ');
  return block(
    head,
    [...new Set(all.map(({ name }) => name))].map(
      (name) => `${described(labels(name, 'zh'), labels(name, 'en'))} ${enumValue({ name })}`,
    ),
  );
}

/** Types by which rows of every dataset are ordered and grouped. One enum has the columns of all: a dataset refuses those of others by name. */
export const groupTypes = (datasets: readonly Dataset[]): readonly string[] => [
  `${described('数据集的列', 'Columns of the datasets. Each dataset has those of its row type')}
  ${namesEnum(
    'enum InsightColumn',
    datasets.flatMap(({ columns }) => columns),
  )}`,
  `${described('数据集的指标', 'Measures of the datasets. docs/datasets.md lists those of each')}
  ${namesEnum(
    'enum InsightMeasure',
    datasets.flatMap(({ measures }) => measures),
  )}`,
  `${described('排序项', 'Sort key of rows')}
  input InsightOrder {
    ${described('列', 'Column')} column: InsightColumn!
    ${described('方向，默认升序', 'Direction (default ascending)')} direction: OrderDirection! = ASC
  }`,
  `${described('分组项', 'Column that rows are grouped by')}
  input InsightGrouping {
    ${described('列', 'Column')} column: InsightColumn!
    ${described('时间粒度，用于时间列', 'Period, for a column of times')} grain: TimeGrain
  }`,
  `${described('组的条件', 'Condition on groups')}
  input InsightHaving {
    ${described('指标', 'Measure')} measure: InsightMeasure!
    ${described('条件', 'Condition that it meets')} is: MeasureCondition!
  }`,
  `${described('组的排序项：分组列或指标', 'Sort key of groups: a column of `groupBy`, or a measure')}
  input InsightGroupOrder {
    ${described('分组列', 'Column of `groupBy`')} column: InsightColumn
    ${described('该列的时间粒度', 'Period of this column, as in `groupBy`')} grain: TimeGrain
    ${described('指标', 'Measure, instead of a column')} measure: InsightMeasure
    ${described('方向，默认升序', 'Direction (default ascending)')} direction: OrderDirection! = ASC
  }`,
  `${described('一组行', 'Group of rows')}
  type InsightGroup {
    ${described('分组列的值，次序同 groupBy', 'Values of the columns, in the order of `groupBy`')} keys: [InsightValue]!
    ${described('指标的值，次序同 measures', 'Values of the measures, in the order of `measures`. Null without any row to measure')} values: [Float]!
    ${described('一个分组列的值', 'Value of one column of `groupBy`')} key(
      ${described('分组列', 'Column of `groupBy`')} column: InsightColumn!
      ${described('该列的时间粒度', 'Period of this column, as in `groupBy`')} grain: TimeGrain
    ): InsightValue
    ${described('一个指标的值', 'Value of one of the `measures`')} value(
      ${described('指标', 'Measure')} measure: InsightMeasure!
    ): Float
  }`,
  `${described('分组汇总', 'Groups of rows')}
  type InsightGroupConnection {
    ${described('各组', 'Groups')} nodes: [InsightGroup!]!
    ${described('是否还有更多组', 'Whether there are more groups than `first`')} hasMore: Boolean!
    ${described('各来源的新鲜度', 'How fresh each source is')} freshness: [SourceFreshness!]!
    ${described('答案的位置', 'Position of the answer')} position: String!
  }`,
];
