import { CENTER_TYPES, isCenterType, requireCarriedItem, type Act, type PlanItemKind } from '@mtg/governance';
import type { SampleCenter } from '../centers';
import { DEPARTMENTS, type ChosenProject } from '../dispatch/projects';
import { titled } from '../people';
import type { Random } from '../random';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { firstBaseTask } from '../base-tasks';

/** An item that is put into a plan. */
export interface SampleItem {
  readonly kind: PlanItemKind;
  readonly content: string;
  readonly baseTaskCodes: string[];
  readonly projectId: string | null;
  readonly departmentCodes: string[];
  readonly carriedFromId: string | null;
}

/** An item that was put into a plan, with its id. */
export type WrittenItem = SampleItem & { readonly id: string };

/** A plan in force, which the next one carries on. */
export interface PlanInForce {
  readonly period: string;
  readonly items: readonly WrittenItem[];
}

/** Makes up the items of a plan: the key point that is carried on, new ones in proportion to the center, an innovation. */
export function itemsOf(
  random: Random,
  center: SampleCenter,
  {
    projects,
    before,
  }: { readonly projects: readonly ChosenProject[]; readonly before: PlanInForce | undefined },
): readonly SampleItem[] {
  const keyPoint = (): SampleItem => ({
    kind: 'KEY_POINT',
    content: titled(random.pick(TOPICS)),
    baseTaskCodes: baseTasksOf(center.code),
    projectId: projects.length > 0 ? random.pick(projects).id : null,
    departmentCodes: [random.pick(DEPARTMENTS)],
    carriedFromId: null,
  });
  const [first] = before?.items ?? [];
  return [
    first ? { ...first, carriedFromId: first.id } : keyPoint(),
    ...Array.from({ length: Math.ceil(center.size / 10) }, keyPoint),
    {
      kind: 'INNOVATION',
      content: titled('服务方式创新'),
      baseTaskCodes: [],
      projectId: null,
      departmentCodes: [],
      carriedFromId: null,
    },
  ];
}

/** The first named base task of a center; local centers have none. */
const baseTasksOf = (center: string): string[] => {
  const type = CENTER_TYPES.find((entry) => isCenterType(center) && entry.type === center);
  return type ? firstBaseTask(type.number) : [];
};

/** Writes the items of a plan. */
export function writeItems(
  { story, random }: { readonly story: Story; readonly random: Random },
  act: Act,
  plan: { readonly id: string; readonly centerCode: string; readonly period: string },
  { items, before }: { readonly items: readonly SampleItem[]; readonly before: PlanInForce | undefined },
): readonly WrittenItem[] {
  return items.map((item, index) => {
    if (item.carriedFromId !== null && before) {
      const from = { centerCode: plan.centerCode, period: before.period, state: 'ADOPTED' } as const;
      requireCarriedItem(act, plan, from, `items.${index}`);
    }
    const { kind, content, baseTaskCodes, projectId, departmentCodes, carriedFromId } = item;
    const values = { kind, content, baseTaskCodes, projectId, departmentCodes, carriedFromId };
    const id = random.idAt(act.now);
    story.add('PlanItem', act.now, { ...values, planId: plan.id, number: index + 1 }, { id });
    return { ...values, id };
  });
}
