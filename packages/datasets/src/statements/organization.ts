import { makeColumn } from '../columns/column-builder';
import type { DatasetStatement } from '../model/statement';
import { FUNCTIONAL_CENTER } from './tables';

const COUNTED = { unit: '个' };

/** Datasets of the organization of streets. */
export const organizationStatements: Readonly<Record<string, DatasetStatement>> = {
  street: {
    ...COUNTED,
    zh: '街道(办事处)',
    en: 'Streets',
    without: ['code', 'name'],
    labels: { id: { zh: '标识', en: 'Id' }, division_code: { zh: '统计用区划代码', en: 'Division code' } },
    descriptions: {
      id: { zh: '标识(UUIDv7)', en: 'Identifier, UUIDv7' },
      division_code: { zh: '统计用区划代码(9位)', en: 'Statistical division code, 9 digits' },
      updated_at: { zh: '更新时间', en: 'Time of the last change' },
      deleted_at: {
        zh: '撤销时间，有值即已失效',
        en: 'Time of withdrawal. Null while the row is valid',
      },
    },
  },
  [FUNCTIONAL_CENTER]: {
    ...COUNTED,
    name: 'centers',
    type: 'Center',
    zh: '中心(七个职能中心和街道本地中心)',
    en: 'Centers: the seven functional centers and local centers',
    without: ['aliasCitation'],
    labels: { name: { zh: '中心名称', en: 'Name' }, code: { zh: '中心代码', en: 'Code' } },
    columns: [
      makeColumn({
        name: 'local',
        sql: 'boolean',
        nullable: false,
        zh: '是否本地中心',
        en: 'Local center',
        description: {
          zh: '是否本地中心，七个职能中心为否',
          en: 'Whether it is a street’s own center. False for the seven functional centers',
        },
        role: 'DIMENSION',
        expression: (_, { table }) => String(table !== FUNCTIONAL_CENTER),
      }),
    ],
  },
  section: COUNTED,
  service_system: COUNTED,
  community: {
    ...COUNTED,
    labels: {
      code: { zh: '社区代码', en: 'Code' },
      name: { zh: '社区名称', en: 'Name' },
      street_division_code: { zh: '街道区划代码', en: 'Division code of the street' },
    },
    descriptions: {
      street_division_code: {
        zh: '所属街道的统计用区划代码(9位)',
        en: 'Statistical division code of the street, 9 digits',
      },
    },
  },
  post: COUNTED,
  field_agency: COUNTED,
  department: COUNTED,
  base_task: { unit: '项' },
  policy_document: { unit: '份', labels: { name: { zh: '文件标题', en: 'Title' } } },
};
