import type { Dataset } from '@mtg/datasets';
import { groupsField, rowsField, typeName } from './names';
import { block, described } from './words';

/** The root: two fields for each dataset. */
export const rootTypes = (datasets: readonly Dataset[]): readonly string[] => [
  `${described('查询', 'Queries')}
  type Query {
    ${described('区级数据分析：各街道的平面数据集与汇总', 'Analysis of the whole district: flat datasets of all streets, and groups of their rows. Null while its program is unavailable')} insight(
      ${described('有来源陈旧时拒绝', 'Refuse what is read from a stale source')} strict: Boolean! = false
    ): Insight
  }`,
  `${described('区级数据分析', 'Analysis of the whole district, from the warehouse')}
  ${block('type Insight', [
    `${described('各来源的新鲜度', 'How fresh each source is')} freshness: [SourceFreshness]`,
    ...datasets.flatMap((dataset) => [rowsOf(dataset), groupsOf(dataset)]),
  ])}`,
];

function rowsOf(dataset: Dataset): string {
  const { zh, en } = dataset;
  const type = typeName(dataset);
  return `${described(zh, `${en}. Withdrawn rows included`)}
  ${rowsField(dataset)}(
    ${described('取几行，默认50，最多500', 'Maximum number of rows (default 50, at most 500)')} first: Int
    ${described('在此游标之后', 'Rows after this cursor')} after: String
    ${described('跳过几行', 'Number of rows to skip')} skip: Int
    ${described('条件', 'Filter')} filter: ${type}Filter
    ${described('排序，默认按登记先后', 'Sort order (default: as recorded)')} orderBy: [InsightOrder!]
    ${described('只取此位置之后的变更', 'Only what changed after this position')} since: String
  ): ${type}Connection`;
}

function groupsOf(dataset: Dataset): string {
  const { zh, en } = dataset;
  const type = typeName(dataset);
  return `${described(`${zh}：汇总`, `${en}, in groups`)}
  ${groupsField(dataset)}(
    ${described('分组项，不给则合为一组', 'Columns to group by. Without any, all rows are one group')} groupBy: [InsightGrouping!]
    ${described('指标，默认为数量', 'Measures (default: the count)')} measures: [InsightMeasure!]! = [COUNT]
    ${described('时间粒度的时区', 'Time zone of periods')} timezone: String! = "Asia/Shanghai"
    ${described('行的条件', 'Filter of the rows')} filter: ${type}Filter
    ${described('组的条件，须全部成立', 'Conditions on the groups. All of them hold')} having: [InsightHaving!]
    ${described('排序，默认按分组项', 'Sort order (default: as grouped)')} orderBy: [InsightGroupOrder!]
    ${described('取几组，默认1000，最多10000', 'Maximum number of groups (default 1000, at most 10000)')} first: Int
  ): InsightGroupConnection`;
}
