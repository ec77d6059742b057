import { field, inputType, type CommandTransaction } from '@mtg/commands';
import { recordedVisit, VisitForm } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { requireAssignmentFor } from '../../assignments/assignment-for-visit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { CommunityVisit } from '../community-visit';
import { requireInForce } from '../plan-in-force';
import { SentimentLog } from '../sentiment-log';
import { VisitPlan } from '../visit-plan';
import { VisitRecord } from '../visit-record';

const logInput = inputType('SentimentLogInput', zhEn('一条民情日志', 'One entry of the sentiment log'), {
  topic: field.optional(field.line(zhEn('主题', 'Topic'))),
  theme: field.optional(
    field.line(
      zhEn(
        '主题词，区级可见其数量：本街道主题表中的词；没有主题表的，至多12个字，不含数字，不写人名和住址',
        'Theme, whose numbers the district sees: a word of the street’s list, or without a list at most 12 characters, without digits, persons or addresses',
      ),
    ),
  ),
  text: field.ruled(zhEn('内容(R24)', 'Content (R24)')),
});

/** R24: a visit is recorded together with its record and its sentiment logs, by the visitor. */
export const recordVisit = defineCommand({
  name: 'recordVisit',
  description: zhEn(
    '登记走访，连同走访记录和民情日志(R24)；作者为登记人本人',
    'Records a visit with its visit record and sentiment logs (R24). The author is the subject of the token',
  ),
  input: {
    centerCode,
    communityCode,
    day: field.day(zhEn('日期，不晚于今天', 'Day of the visit, today or earlier')),
    form: field.optional(field.choice(VisitForm, zhEn('形式(R24)', 'Form of the visit (R24)'))),
    planId: field.optional(
      field.uuid(
        zhEn(
          '所依据的计划标识；没有计划的走访不计入每周天数(R24)',
          'Id of the visit plan. A visit without a plan does not count toward the weekly days (R24)',
        ),
      ),
    ),
    assignmentId: field.optional(field.uuid(zhEn('所落实的任务标识', 'Id of the assignment carried out'))),
    record: field.ruled(zhEn('走访记录(R24)', 'Visit record (R24)')),
    sentimentLogs: field.list(field.nested(logInput, zhEn('民情日志(R24)', 'Sentiment logs (R24)')), {
      least: 0,
    }),
  },
  payload: {
    communityVisit: () => CommunityVisit,
    record: () => VisitRecord,
    sentimentLogs: () => [SentimentLog],
  },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    const { centerCode, communityCode, planId, assignmentId } = input;
    await requireCenter(transaction, centerCode, 'centerCode');
    await requireCommunity(transaction, communityCode, 'communityCode');
    const plan = planId === null ? null : await findPlan(transaction, planId);
    const themes = transaction.context.profile.sentimentThemes ?? [];
    const draft = { ...input, plan, themes };
    if (plan) await requireInForce(transaction, plan);
    const { visit, record: text, sentimentLogs: logs } = recordedVisit(transaction, draft);
    if (assignmentId !== null) await requireAssignmentFor(transaction, assignmentId, visit);

    const record = await transaction.insert(VisitRecord, text);
    const refers = { planId, assignmentId, recordId: record.id };
    const communityVisit = await transaction.insert(CommunityVisit, { ...visit, ...refers });
    const sentimentLogs = [];
    for (const log of logs) {
      const visitId = communityVisit.id;
      sentimentLogs.push(await transaction.insert(SentimentLog, { ...log, visitId }));
    }
    return { communityVisit, record, sentimentLogs };
  },
});

const findPlan = (transaction: CommandTransaction, id: string): Promise<VisitPlan> =>
  transaction.get(VisitPlan, id);
