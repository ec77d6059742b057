import { column, type Column } from '@mtg/commands';
import type { Bilingual } from '@mtg/governance';
import { batchOneByKey } from '@mtg/subgraph-kit';
import { Approval, BaseTask, baseTaskOf, Department, departmentOf } from '../district-references/references';
import type { StreetContext } from '../foundation/street-context';
import { Center } from './center';
import { centersByCode } from './centers-by-code';
import { Community } from './community';
import { communities } from './reference-tables';

const communitiesByCode = batchOneByKey(Community, 'code');

const communityOf = (code: string, { loaders, database }: StreetContext) =>
  loaders.get(communitiesByCode, database).load(code);

/** The code of a center, which leads to the center. */
export const centerCode = (zh: string, en: string): Column<string> =>
  column.leadingTo(column.code(zh, en), {
    name: 'center',
    zh: '中心',
    en: 'Center with this code. Null without a code',
    type: () => Center,
    resolve: (code, context: StreetContext) => context.loaders.get(centersByCode, context).load(code),
  });

/** The code of a community, which leads to the community. */
export const communityCode = (zh: string, en: string): Column<string> =>
  column.refBy(column.code(zh, en), 'code', () => communities, {
    name: 'community',
    zh: '社区',
    en: 'Community with this code. Null without a code',
  });

/** Codes of communities, which lead to the communities. */
export const communityCodes = (
  zh: string,
  en: string,
  led: Bilingual = { zh: '社区', en: 'Communities with these codes that still exist' },
): Column<string[]> =>
  column.leadingTo(column.codes(zh, en), {
    ...led,
    name: 'communities',
    type: () => [Community],
    resolve: communityOf,
  });

/** The code of a department, which leads to what the district knows of it. */
export const departmentCode = (zh: string, en: string, led: Bilingual): Column<string> =>
  column.leadingTo(column.code(zh, en), {
    ...led,
    name: 'department',
    type: () => Department,
    resolve: departmentOf,
  });

/** Codes of departments, which lead to what the district knows of them. */
export const departmentCodes = (
  zh: string,
  en: string,
  led: Bilingual = {
    zh: '职能部门',
    en: 'Departments with these codes. Null while the district’s subgraph is unavailable',
  },
): Column<string[]> =>
  column.leadingTo(column.codes(zh, en), {
    ...led,
    name: 'departments',
    type: () => [Department],
    resolve: departmentOf,
  });

/** Codes of base tasks, which lead to what the district knows of them. */
export const baseTaskCodes = (zh: string, en: string): Column<string[]> =>
  column.leadingTo(column.codes(zh, en), {
    name: 'baseTasks',
    zh: '基础任务',
    en: 'Base tasks with these codes. Null while the district’s subgraph is unavailable',
    type: () => [BaseTask],
    resolve: baseTaskOf,
  });

/** The id of an approval of the district's, which leads to it. */
export const approvalId = (zh: string, en: string): Column<string> =>
  column.leadingTo(column.hidden(column.uuid(`${zh}标识`, 'Id of the approval')), {
    name: 'approval',
    zh,
    en,
    trace: column.ON,
    type: () => Approval,
    resolve: (id): Approval => ({ id }),
  });
