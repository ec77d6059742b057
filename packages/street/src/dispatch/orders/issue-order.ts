import { field } from '@mtg/commands';
import { delegationMachine, localDay, r11, workOrderMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { CommandName } from '@mtg/access';
import type { StreetTransaction } from '../../street-commands';
import { requireCenter } from '../../organization/require-addressee';
import { nextNumber } from '../numbering';
import type { Project } from '../projects/project';
import type { CitedSource, SourceIds } from './cited-source';
import { recordEvent } from './record-event';
import { WorkOrder } from './work-order';

/** What every order says, sub-orders too. What R11 asks for may be left out, so that the rule answers. */
export const orderFields = {
  title: field.line(zhEn('标题', 'Title')),
  content: field.text(zhEn('内容', 'What is to be done')),
  centerCode: field.optional(
    field.code(zhEn('承办中心代码(R11)', 'Code of the center that carries it out (R11)')),
  ),
  responsiblePerson: field.ruled(zhEn('责任人(R11)', 'Responsible person (R11)')),
  deadline: field.optional(field.day(zhEn('完成时限(R11)', 'Deadline, that day included (R11)'))),
};

/** An order that is about to be dispatched. */
interface Draft extends SourceIds {
  readonly title: string;
  readonly content: string;
  readonly centerCode: string | null;
  readonly responsiblePerson: string | null;
  readonly deadline: string | null;
  readonly project: Project | null;
  readonly source: CitedSource | null;
  /** The order that it is a part of, if it is a sub-order. */
  readonly parent: WorkOrder | null;
}

/**
 * Dispatches an order or a sub-order (R11); a delegation is thereby dispatched too (R10).
 *
 * @throws PublicError RULE_VIOLATION R06, R10, R11; NOT_FOUND when the street has no such center
 */
export async function issueOrder(
  transaction: StreetTransaction,
  command: CommandName,
  draft: Draft,
): Promise<WorkOrder> {
  const { actor, now } = transaction;
  const { source, project, centerCode, responsiblePerson, deadline, parent } = draft;
  // A center that there is not is named as such, before a rule takes it for one that the source does not name.
  if (centerCode !== null) await requireCenter(transaction, centerCode, 'centerCode');
  transaction.require(
    source?.findings ?? [],
    r11.check({
      role: actor.role,
      source: source?.origin,
      projectId: project?.id,
      // A part goes by its order, which may have been extended beyond the project.
      deadlineOfProject: parent ? null : project?.deadline,
      centerCode,
      responsiblePerson,
      deadline,
      partOfOrderOf: parent && localDay(parent.createdAt),
      deadlineOfOrder: parent?.deadline,
      today: localDay(now),
    }),
  );
  if (!source || !project || centerCode === null || responsiblePerson === null || deadline === null) {
    throw new Error('rule R11 let an order pass that lacks what it asks for');
  }
  const order = await transaction.insert(WorkOrder, {
    ...(await nextNumber(transaction, WorkOrder)),
    state: workOrderMachine.creation.to,
    title: draft.title,
    content: draft.content,
    source: source.origin.kind,
    keyPointId: draft.keyPointId,
    delegationId: draft.delegationId,
    minutesItemId: draft.minutesItemId,
    projectId: project.id,
    centerCode,
    responsiblePerson,
    deadline,
    parentId: parent?.id ?? null,
    issuer: actor.subject,
    reason: null,
    feedbackReportId: null,
  });
  await recordEvent(transaction, order, command);
  if (source.delegation) {
    const state = transaction.step(delegationMachine, source.delegation, 'dispatchWorkOrder');
    // A further order changes nothing in a delegation that is dispatched already.
    if (state !== source.delegation.state) await transaction.change(source.delegation, { state });
  }
  return order;
}
