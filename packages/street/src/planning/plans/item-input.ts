import { field, inputType, type InputOf } from '@mtg/commands';
import { PlanItemKind, requireCarriedItem } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { StreetContext } from '../../foundation/street-context';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Project } from '../../dispatch/projects/project';
import { requireBaseTasks } from '../../district-references/require-base-tasks';
import { requireDepartments } from '../../district-references/require-departments';
import { Plan } from './plan';
import { PlanItem } from './plan-item';

const CARRIED_OVER = {
  zh: '承接时不填即沿用',
  en: 'Omit for an item that is carried over to keep those of the earlier one',
};

const SHAPE = {
  kind: field.choice(PlanItemKind, zhEn('种类(R17)', 'Kind (R17)')),
  content: field.ruled(zhEn(`内容(R17)；${CARRIED_OVER.zh}`, `Content (R17). ${CARRIED_OVER.en}`)),
  baseTaskCodes: field.optional(
    field.list(field.code(zhEn('基础任务代码', 'Code of the base task')), { least: 0 }),
  ),
  projectId: field.optional(
    field.uuid(zhEn(`项目标识；${CARRIED_OVER.zh}`, `Id of the project. ${CARRIED_OVER.en}`)),
  ),
  departmentCodes: field.optional(
    field.list(field.code(zhEn('职能部门代码', 'Code of the department')), { least: 0 }),
  ),
  carriedFromId: field.optional(
    field.uuid(
      zhEn(
        '所承接的事项标识，须在本中心此前已确定的计划中',
        'Id of the item carried over, of an earlier adopted plan of the center',
      ),
    ),
  ),
};

type ItemInput = InputOf<typeof SHAPE>;

/** The items of a plan as commands take them; their numbers are their places in the list. */
export const planItems = field.list(
  field.nested(
    inputType('PlanItemInput', zhEn('计划事项', 'Item of a plan'), SHAPE),
    zhEn(
      '事项，按顺序从1编号；须有工作要点和创新内容(R17)',
      'Items, numbered from 1 in this order. Key points and innovations are required (R17)',
    ),
  ),
  { least: 0 },
);

/** An item with all that it takes over from the one that it carries on. */
type CompleteItem = Pick<
  PlanItem,
  'kind' | 'baseTaskCodes' | 'projectId' | 'departmentCodes' | 'carriedFromId'
> & {
  readonly content: string | null;
};

/** Asks the district about the departments and base tasks of items, before the command waits for its lock. */
export async function prepareItems(
  { items }: { readonly items: readonly ItemInput[] },
  context: StreetContext,
): Promise<void> {
  for (const [index, { baseTaskCodes, departmentCodes }] of items.entries()) {
    await requireDepartments(context, departmentCodes ?? [], `items.${index}.departmentCodes`);
    await requireBaseTasks(context, baseTaskCodes ?? [], `items.${index}.baseTaskCodes`);
  }
}

/**
 * The items of a plan, completed by those that they carry on.
 *
 * @throws PublicError NOT_FOUND for an item or a project that the street has not; BAD_USER_INPUT for an item that cannot be
 *   carried over
 */
export async function completeItems(
  transaction: StreetTransaction,
  plan: Pick<Plan, 'centerCode' | 'period'>,
  items: readonly ItemInput[],
): Promise<CompleteItem[]> {
  const complete = [];
  for (const [index, item] of items.entries()) {
    const path = `items.${index}`;
    const from =
      item.carriedFromId === null ? null : await carriedItem(transaction, plan, item.carriedFromId, path);
    const projectId = item.projectId ?? from?.projectId ?? null;
    if (item.projectId !== null) await transaction.get(Project, item.projectId, { at: `${path}.projectId` });
    complete.push({
      ...item,
      content: item.content ?? from?.content ?? null,
      baseTaskCodes: [...new Set(item.baseTaskCodes ?? from?.baseTaskCodes ?? [])],
      departmentCodes: [...new Set(item.departmentCodes ?? from?.departmentCodes ?? [])],
      projectId,
    });
  }
  return complete;
}

async function carriedItem(
  transaction: StreetTransaction,
  plan: Pick<Plan, 'centerCode' | 'period'>,
  id: string,
  path: string,
): Promise<PlanItem> {
  const at = `${path}.carriedFromId`;
  const item = await transaction.get(PlanItem, id, { at });
  const of = await transaction.get(Plan, item.planId, { at });
  requireCarriedItem(transaction, plan, of, at);
  return item;
}

/** Puts items into a plan, once R17 was kept. */
export async function addPlanItems(
  transaction: StreetTransaction,
  { id: planId }: Plan,
  items: readonly CompleteItem[],
): Promise<PlanItem[]> {
  const added = [];
  for (const [index, { content, ...item }] of items.entries()) {
    added.push(
      await transaction.insert(PlanItem, { ...item, content: content ?? '', planId, number: index + 1 }),
    );
  }
  return added;
}
