import { column, type Column } from '@mtg/commands';
import type { Bilingual } from '@mtg/governance';
import { batchOneByKey } from '@mtg/subgraph-kit';
import {
  Approval,
  BaseTask,
  baseTaskOf,
  Department,
  departmentOf,
  ProcurementCatalogue,
  ProcurementNeed,
  SocialOrganization,
} from '../district-references/references';
import type { StreetContext } from '../foundation/street-context';
import { Center } from './center';
import { centersByCode } from './centers-by-code';
import { Community } from './community';
import { communities } from './reference-tables';

const communitiesByCode = batchOneByKey(Community, 'code');

const communityOf = (code: string, { loaders, database }: StreetContext) =>
  loaders.get(communitiesByCode, database).load(code);

/** The code of a center, which leads to the center. */
export const centerCode = (
  zh: string,
  en: string,
  led: Bilingual & { readonly name: string } = {
    name: 'center',
    zh: '中心',
    en: 'Center with this code. Null without a code',
  },
): Column<string> =>
  column.leadingTo(column.code(zh, en), {
    ...led,
    type: () => Center,
    resolve: (code, context: StreetContext) => context.loaders.get(centersByCode, context).load(code),
  });

/** Codes of centers, which lead to the centers. */
export const centerCodes = (zh: string, en: string): Column<string[]> =>
  column.leadingTo(column.codes(zh, en), {
    name: 'centers',
    zh: '中心',
    en: 'Centers with these codes that still exist',
    type: () => [Center],
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

/** The id of a social organization of the district's registry, which leads to it. */
export const organizationId = (zh: string, en: string): Column<string> =>
  column.leadingTo(column.hidden(column.uuid(`${zh}标识`, 'Id of the social organization')), {
    name: 'organization',
    zh,
    en,
    type: () => SocialOrganization,
    resolve: (id): SocialOrganization => ({ id }),
  });

/** The id of a need of the district's catalogue, which leads to it. */
export const procurementNeedId = (): Column<string> =>
  column.leadingTo(column.hidden(column.uuid('购买服务需求标识', 'Id of the procurement need')), {
    name: 'need',
    zh: '所引用的目录需求',
    en: 'Need of the catalogue that it cites. Null while the district’s subgraph is unavailable',
    trace: column.ON,
    type: () => ProcurementNeed,
    resolve: (id): ProcurementNeed => ({ id }),
  });

/** The id of a catalogue of the district's, which leads to it. */
export const procurementCatalogueId = (): Column<string> =>
  column.leadingTo(column.hidden(column.uuid('购买服务目录标识', 'Id of the procurement catalogue')), {
    name: 'catalogue',
    zh: '所引用的目录',
    en: 'Catalogue of the need. Null while the district’s subgraph is unavailable',
    type: () => ProcurementCatalogue,
    resolve: (id): ProcurementCatalogue => ({ id }),
  });
