import { field, inputType } from '@mtg/commands';
import { agreedJointAction, endedJointAction } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { requireDepartments } from '../../../district-references/require-departments';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { JointAction } from '../joint-action';
import { JointActionCall } from '../joint-action-call';

const party = (zh: string, en: string) => field.optional(field.code(zhEn(zh, en)));

const callInput = inputType(
  'JointActionCallInput',
  zhEn('联动呼叫(R18)', 'Call within a joint action (R18)'),
  {
    callerCenter: party(
      '呼叫的中心代码；或填部门',
      'Code of the calling center. Give either a center or a department',
    ),
    callerDepartment: party('呼叫的部门代码；或填中心', 'Code of the calling department. Give either'),
    calleeCenter: party(
      '被呼叫的中心代码；或填部门',
      'Code of the called center. Give either a center or a department',
    ),
    calleeDepartment: party('被呼叫的部门代码；或填中心', 'Code of the called department. Give either'),
    content: field.ruled(zhEn('事由(R18)', 'Subject of the call (R18)')),
  },
);

const codes = (description: string) => field.list(field.code(description), { least: 0 });

/** R18: centers and departments agree on a procedure, and on who calls whom. */
export const agreeJointAction = defineCommand({
  name: 'agreeJointAction',
  description: zhEn(
    '登记联动机制(R18)',
    'Records a mechanism of joint action: its procedure, its parties, and who calls whom (R18)',
  ),
  input: {
    title: field.line(zhEn('名称', 'Title')),
    procedure: field.ruled(zhEn('程序(R18)', 'Procedure (R18)')),
    centerCodes: codes(zhEn('参与的中心代码(R18)', 'Codes of the centers (R18)')),
    departmentCodes: codes(zhEn('参与的职能部门代码(R18)', 'Codes of the departments (R18)')),
    agreedOn: field.optional(
      field.day(zhEn('商定日期，不晚于今天(R18)', 'Day of the agreement, today or earlier (R18)')),
    ),
    calls: field.list(field.nested(callInput, zhEn('呼叫，按顺序(R18)', 'Calls, in order (R18)')), {
      least: 0,
    }),
  },
  payload: {
    jointAction: () => JointAction,
    calls: (): readonly [typeof JointActionCall] => [JointActionCall],
  },
  prepare: ({ departmentCodes }, context) => requireDepartments(context, departmentCodes, 'departmentCodes'),
  execute: async ({ calls: given, ...draft }, transaction) => {
    const values = agreedJointAction(transaction, { ...draft, calls: given });
    for (const [index, code] of draft.centerCodes.entries()) {
      await requireCenter(transaction, code, `centerCodes.${index}`);
    }
    const jointAction = await transaction.insert(JointAction, { ...draft, ...values });
    const calls = [];
    for (const [index, call] of given.entries()) {
      const content = call.content ?? '';
      calls.push(
        await transaction.insert(JointActionCall, {
          ...call,
          content,
          jointActionId: jointAction.id,
          number: index + 1,
        }),
      );
    }
    return { jointAction, calls };
  },
});

/** R18: a mechanism of joint action ends with a last day. */
export const endJointAction = defineCommand({
  name: 'endJointAction',
  description: zhEn('结束联动机制(R18)', 'Ends a mechanism of joint action (R18)'),
  input: {
    jointActionId: JointAction.id(),
    expectedVersion,
    until: field.day(zhEn('最后日期，不晚于今天', 'Last day, today or earlier')),
  },
  payload: { jointAction: () => JointAction },
  execute: async ({ jointActionId, expectedVersion, until }, transaction) => {
    const jointAction = await transaction.get(JointAction, jointActionId, { expectedVersion });
    return {
      jointAction: await transaction.change(jointAction, endedJointAction(transaction, jointAction, until)),
    };
  },
});
