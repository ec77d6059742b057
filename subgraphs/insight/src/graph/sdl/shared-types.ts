import { GRAINS } from '@mtg/dataset-query';
import type { DatasetType } from '@mtg/datasets';
import type { StreetListing } from '@mtg/subgraphs';
import { block, described } from './words';

/** A comparison of a condition: its type, and what it is. */
type Comparisons = Readonly<Record<string, readonly [zh: string, en: string]>>;

const EQUAL: Comparisons = { eq: ['等于', 'Equal to'], ne: ['不等于(含空值)', 'Other than. Null is other'] };
const RANGE: Comparisons = {
  lt: ['小于', 'Less than'],
  le: ['至多', 'At most'],
  gt: ['大于', 'Greater than'],
  ge: ['至少', 'At least'],
};
const TIMES: Comparisons = {
  lt: ['早于', 'Before'],
  le: ['不晚于', 'At or before'],
  gt: ['晚于', 'After'],
  ge: ['不早于', 'At or after'],
};

/** A condition on values of one type. */
function condition(name: string, scalar: string, title: string, comparisons: Comparisons): string {
  const [zh = '', en = ''] = title.split(' · ');
  const own = Object.entries(comparisons).map(
    ([key, [ofZh, ofEn]]) => `${described(ofZh, ofEn)} ${key}: ${scalar}`,
  );
  return `${described(zh, `${en}. All that is given holds`)}\n${block(`input ${name}`, own)}`;
}

/** Each comparison beside those of its values: a value of several, and whether there is one. */
function columnCondition(name: string, scalar: string, title: string, comparisons: Comparisons): string {
  const whole = condition(name, scalar, title, comparisons);
  const more = [
    `${described('其中之一', 'One of these')} in: [${scalar}!]`,
    `${described('是否为空；其他条件给 null 视为未给', 'True for null, false for not null. Null as the value of another condition counts as not given')} isNull: Boolean`,
  ];
  return whole.replace(/\n\}$/, `\n${more.join('\n')}\n}`);
}

/** Type of the input that a column is compared by. */
export const CONDITIONS: Readonly<Record<DatasetType, string>> = {
  text: 'TextCondition',
  'text[]': 'TextCondition',
  uuid: 'IdCondition',
  boolean: 'BooleanCondition',
  int: 'IntCondition',
  bigint: 'IntCondition',
  'double precision': 'NumberCondition',
  date: 'DayCondition',
  timestamptz: 'InstantCondition',
};

const CONDITION_TYPES = [
  columnCondition('TextCondition', 'String', '文本条件 · Condition on a text', {
    ...EQUAL,
    contains: ['包含', 'Contains'],
    startsWith: ['开头为', 'Starts with'],
  }),
  columnCondition('IdCondition', 'UUID', '标识条件 · Condition on an identifier', EQUAL),
  columnCondition('BooleanCondition', 'Boolean', '是否条件 · Condition on true or false', EQUAL),
  columnCondition('IntCondition', 'Int', '整数条件 · Condition on a whole number', { ...EQUAL, ...RANGE }),
  columnCondition('NumberCondition', 'Float', '数条件 · Condition on a number', { ...EQUAL, ...RANGE }),
  columnCondition('DayCondition', 'Date', '日期条件 · Condition on a day', { ...EQUAL, ...TIMES }),
  columnCondition('InstantCondition', 'DateTime', '时刻条件 · Condition on an instant', {
    ...EQUAL,
    ...TIMES,
  }),
  condition('MeasureCondition', 'Float', '指标条件 · Condition on a measure', { ...EQUAL, ...RANGE }),
];

const GRAIN_LABELS: Readonly<Record<(typeof GRAINS)[number], readonly [string, string]>> = {
  HOUR: ['小时', 'Hour'],
  DAY: ['日', 'Day'],
  WEEK: ['周(周一起)', 'Week, from Monday'],
  MONTH: ['月', 'Month'],
  QUARTER: ['季度', 'Quarter'],
  YEAR: ['年', 'Year'],
};

const STATES: Readonly<Record<string, readonly [string, string]>> = {
  COPYING: ['复制中', 'Being copied'],
  FOLLOWING: ['跟随中', 'Followed'],
  BEHIND: [
    '落后',
    'Behind: followed, with nothing complete for more seconds than STALE_AFTER_SECONDS of insight',
  ],
  UNREACHABLE: ['无法连接', 'Unreachable'],
  FAILED: ['失败', 'Failed'],
};

const enumOf = (name: string, labels: Readonly<Record<string, readonly [string, string]>>): string =>
  block(
    `enum ${name}`,
    Object.entries(labels).map(([value, [zh, en]]) => `${described(zh, en)} ${value}`),
  );

/** The streets and their objects as this subgraph knows them: by codes and ids. All else is in their own subgraphs. */
const streetTypes = (streets: readonly StreetListing[]): readonly string[] => [
  `${described('街道(办事处)', 'Street: the lowest level of city government')}
  interface Street { ${described('街道代码，如 DAYU', 'Code of the street, e.g. DAYU')} code: ID! }`,
  ...streets.map(
    ({ code, title, typeName }) => `${described(title, `The street ${code}`)}
    type ${typeName} implements Street @key(fields: "code", resolvable: false) {
      ${described('街道代码', `Code of the street: ${code}`)} code: ID!
    }`,
  ),
  `${described('数据行所记的实时对象：取与其同类的一项，如派单取 workOrder，其他各项为空', 'Live object of a row of data. Take the field of its type, e.g. `workOrder` for a row of work orders; the others are null')}
  interface LiveObject { ${described('标识', 'Identifier')} id: UUID! }`,
  ...streets.map(
    ({ code, title, typeName }) => `${described(`${title}的实时对象`, `Live object of the street ${code}`)}
    type ${typeName}Object implements LiveObject @key(fields: "id", resolvable: false) {
      ${described('标识', 'Identifier')} id: UUID!
    }`,
  ),
];

/** Types that all datasets share. */
export const sharedTypes = (streets: readonly StreetListing[]): readonly string[] => [
  `${described('时刻(RFC 3339，UTC)，如 2026-01-31T08:00:00Z', 'Instant, RFC 3339 in UTC, e.g. 2026-01-31T08:00:00Z')}
  scalar DateTime`,
  `${described('日期，如 2014-12-31', 'Calendar day, ISO 8601, e.g. 2014-12-31')}
  scalar Date`,
  `${described('标识(UUID，RFC 9562)', 'Identifier (UUID, RFC 9562)')}
  scalar UUID`,
  `${described('分组值：文本、整数、真假或空；日期与时期为 YYYY-MM-DD', 'Value of a group: text, whole number, true or false, or null. Days and beginnings of periods are YYYY-MM-DD')}
  scalar InsightValue`,
  `${described('排序方向', 'Sort direction')}
  ${enumOf('OrderDirection', { ASC: ['升序，空值在后', 'Ascending, nulls last'], DESC: ['降序，空值在前', 'Descending, nulls first'] })}`,
  `${described('时间粒度', 'Period that times are grouped by')}
  ${enumOf('TimeGrain', GRAIN_LABELS)}`,
  `${described('数据来源的状态', 'State of a source of the warehouse')}
  ${enumOf('SourceState', STATES)}`,
  ...CONDITION_TYPES,
  `${described('分页信息', 'Position of a page in its list')}
  type PageInfo @shareable {
    ${described('后面还有', 'Whether more rows follow')} hasNextPage: Boolean!
    ${described('前面还有', 'Whether more rows come before')} hasPreviousPage: Boolean!
    ${described('首项游标', 'Cursor of the first row. Null for an empty page')} startCursor: String
    ${described('末项游标', 'Cursor of the last row. Null for an empty page')} endCursor: String
  }`,
  `${described('一个街道或区的数据新鲜度', 'How fresh the rows of a street, or of the district, are')}
  type SourceFreshness {
    ${described('街道代码；区级为 DISTRICT', 'Code of the street. DISTRICT for the district')} street: String!
    ${described('名称', 'Name')} name: String!
    ${described('状态', 'State')} state: SourceState!
    ${described('数据截至时间；首次复制完成前为空', 'The rows are complete up to this time. Null before the first copy')} freshAt: DateTime
    ${described('距今秒数', 'Age in seconds. Null before the first copy')} ageSeconds: Int
    ${described('是否陈旧：缺失、未在跟随或落后', 'Whether the rows are stale: missing, not followed, or behind')} stale: Boolean!
    ${described('最近一次变更的位置', 'Position of the last change')} position: String!
    ${described('问题；正常时为空', 'Problem, Chinese and English. Null without one')} problem: String
  }`,
  `${described('已移除的行：增量读取时据此删除', 'Row that was removed. Incremental clients delete it')}
  type RemovedRow {
    ${described('街道代码；区级为 DISTRICT', 'Code of the street. DISTRICT for the district')} street: String!
    ${described('行的标识', 'Identifier of the row')} id: UUID!
    ${described('移除的位置', 'Position of the removal')} position: String!
  }`,
  ...streetTypes(streets),
];
