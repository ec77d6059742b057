import { field } from '@mtg/commands';
import { cancelledRecord, LeaveKind, recordedLeave } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { Leave } from '../leave';
import { Person } from '../person';

/** R24 asks for no visits on days of leave. */
export const recordLeave = defineCommand({
  name: 'recordLeave',
  description: zhEn(
    '登记休假，已休的和将休的；休假日不要求进社区(R24)',
    'Records a leave, past or to come. R24 asks for no visits on its days',
  ),
  input: {
    personId: Person.id(),
    kind: field.choice(LeaveKind, zhEn('种类', 'Kind of leave')),
    since: field.day(zhEn('第一日', 'First day')),
    until: field.day(zhEn('最后一日', 'Last day')),
  },
  payload: { leave: () => Leave },
  execute: async ({ personId, kind, since, until }, transaction) => {
    const person = await transaction.get(Person, personId);
    const leaves = await transaction.list(Leave, { personId });
    const values = { ...recordedLeave(transaction, { person, since, until, leaves }), kind };
    return { leave: await transaction.insert(Leave, values) };
  },
});

/** A leave that was not taken, or recorded wrongly, stays to be read. */
export const cancelLeave = defineCommand({
  name: 'cancelLeave',
  description: zhEn(
    '撤销未休或记错的休假，原登记和理由保留',
    'Cancels a leave that was not taken or recorded wrongly. The record stays, with the reason',
  ),
  input: { leaveId: Leave.id(), expectedVersion, reason },
  payload: { leave: () => Leave },
  execute: async ({ leaveId, expectedVersion: version, reason: why }, transaction) => {
    const leave = await transaction.get(Leave, leaveId, { expectedVersion: version });
    return { leave: await transaction.change(leave, cancelledRecord(transaction, leave, why)) };
  },
});
