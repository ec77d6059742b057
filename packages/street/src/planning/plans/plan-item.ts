import { column, defineTable, type RowOf } from '@mtg/commands';
import { PLAN_ITEM_KIND_LABELS, PlanItemKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Project } from '../../dispatch/projects/project';
import { baseTaskCodes, departmentCodes } from '../../organization/reference-columns';
import { Plan } from './plan';

registerVocabulary(
  PlanItemKind,
  'PlanItemKind',
  { zh: '计划事项种类', en: 'Kind of an item of a plan (R17)' },
  PLAN_ITEM_KIND_LABELS,
);

/** A key point or an innovation of a plan, with the tasks, the project and the departments that it is linked to (R17). */
export const PlanItem = defineTable('PlanItem', {
  zh: '计划事项',
  en: 'Key point or innovation of a plan',
  list: 'Key points and innovations of plans',
  label: { zh: '计划事项', en: 'item of a plan' },
  read: { group: 'PLANNING' },
  writes: 'WORK',
  columns: {
    planId: column.ref(() => Plan, { inverse: 'items', trace: column.ON }),
    number: column.whole('序号，从1起', 'Number within the plan, from 1'),
    kind: column.choice(PlanItemKind, '种类', 'Kind'),
    content: column.text('内容', 'Content'),
    baseTaskCodes: baseTaskCodes('所落实的基础任务代码', 'Codes of the base tasks carried out'),
    projectId: column.optional(
      column.ref(() => Project, {
        zh: '所推进的项目',
        en: 'Project advanced. Null if none',
        inverse: {
          name: 'planItems',
          zh: '推进该项目的计划事项',
          en: 'Items of plans that advance the project',
        },
        trace: { up: 'NEAR', down: 'SIDE', outcome: true },
      }),
    ),
    departmentCodes: departmentCodes('相关职能部门代码', 'Codes of the departments concerned'),
    carriedFromId: column.optional(
      column.self({
        zh: '所承接的事项',
        en: 'Item of an earlier plan that is carried on. Null if new',
        inverse: { name: 'carriedOn', zh: '承接它的事项', en: 'Items of later plans that carry it on' },
      }),
    ),
  },
  shares: ['planId', 'number', 'kind', 'baseTaskCodes', 'projectId', 'departmentCodes', 'carriedFromId'],
  trace: { title: 'content' },
});

export type PlanItem = RowOf<typeof PlanItem>;
