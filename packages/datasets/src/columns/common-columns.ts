import type { Bilingual } from '@mtg/governance';
import type { DatasetColumn } from '../model/dataset';
import type { SourceTable } from '../sources/source-table';
import { makeColumn } from './column-builder';

const DISTRICT_NOTE = {
  zh: '；区级数据为 DISTRICT',
  en: '; DISTRICT for the district’s own',
};

/** Names of columns and measures that every dataset has. A table's own column of such a name has that of the table before it. */
export const RESERVED: ReadonlySet<string> = new Set(['street', 'street_name', 'position', 'stale', 'count']);

/** Words for columns that tables have in common, by name. */
export const COMMON_WORDS: Readonly<
  Record<string, { readonly label: Bilingual; readonly description: Bilingual }>
> = {
  citation: {
    label: { zh: '来源引注', en: 'Citation' },
    description: {
      zh: '来源引注，如 seed:108(课题研究报告第108行)、nbs:110109003(国家统计局区划代码)',
      en: 'Citation of the source, e.g. seed:108 (line of the study) or nbs:110109003 (statistical division code)',
    },
  },
};

/** Columns that say where a row comes from. Their values are constants of the branch of a view. */
export const sourceColumns = (code: string, title: string): readonly DatasetColumn[] => [
  makeColumn({
    name: 'street',
    sql: 'text',
    nullable: false,
    zh: '街道代码',
    en: 'Street (code)',
    description: {
      zh: `街道代码，如 DAYU${DISTRICT_NOTE.zh}`,
      en: `Code of the street, e.g. DAYU${DISTRICT_NOTE.en}`,
    },
    role: 'DIMENSION',
    expression: () => code,
  }),
  makeColumn({
    name: 'street_name',
    sql: 'text',
    nullable: false,
    zh: '街道名称',
    en: 'Street',
    description: { zh: '街道名称，区级数据为区名', en: 'Name of the street, or of the district' },
    role: 'DIMENSION',
    expression: () => title,
  }),
];

/** The last columns of every dataset. */
export function feedColumns({ table }: SourceTable): readonly DatasetColumn[] {
  const hasSample = table.shared.includes('sample');
  return [
    makeColumn({
      name: 'position',
      sql: 'bigint',
      nullable: false,
      zh: '变更位置',
      en: 'Position',
      description: {
        zh: '变更位置，在同一街道内只增不减，增量读取以它为准，不以更新时间为准',
        en: 'Position of the last change in the feed of its street. It only grows: incremental reading goes by it, not by the time of the change',
      },
      role: 'KEY',
      expression: (row, { feed }) => `${row}.${feed}`,
    }),
    makeColumn({
      name: 'sample',
      sql: 'boolean',
      nullable: false,
      zh: '是否样例数据',
      en: 'Sample data',
      description: {
        zh: '是否样例数据，样例数据由平台生成，不是真实工作',
        en: 'Whether the row is sample data, made up by the platform',
      },
      role: 'DIMENSION',
      needs: hasSample ? [{ table: table.sqlName, columns: ['sample'] }] : [],
      expression: (row) => (hasSample ? `${row}.sample` : 'false'),
    }),
    makeColumn({
      name: 'stale',
      sql: 'boolean',
      nullable: false,
      zh: '是否陈旧',
      en: 'Stale',
      description: {
        zh: '是否陈旧：所属街道(或区)未在跟随，或超过5分钟没有消息；随时间变化，不随行变化',
        en: 'Whether the street of the row, or the district, is not followed or was last heard of more than five minutes ago. It changes with time, not with the row',
      },
      role: 'DIMENSION',
      expression: (_, { stale }) => stale,
    }),
  ];
}
