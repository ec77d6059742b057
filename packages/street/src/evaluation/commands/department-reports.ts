import { field, inputType, type CommandTarget } from '@mtg/commands';
import { answeredEntry, handedInReport } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { year } from '../../deliberation/yearly/year';
import { requireDepartments } from '../../district-references/require-departments';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { departmentFigures } from '../department-figures';
import { DepartmentReport } from '../department-report';
import { DepartmentReportEntry } from '../department-report-entry';
import { CountedOrder } from '../counted-order';

const wordsInput = inputType(
  'DepartmentWordsInput',
  zhEn('街道对一个职能部门的说明', 'Words of the street about one department'),
  {
    departmentCode: field.code(zhEn('职能部门代码', 'Code of the department')),
    words: field.text(zhEn('说明', 'Words about the department')),
  },
);

/** R14: the street reports on the departments, before the appraisal, with figures from its records. */
export const handInDepartmentReport = defineCommand({
  name: 'handInDepartmentReport',
  description: zhEn(
    '报送职能部门落实情况，数据由记录算出(R14)',
    'Hands in the yearly report on the departments to 区建设工作领导小组. Its figures are computed from the records (R14)',
  ),
  input: {
    year,
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('总体情况', 'General situation')),
    handedInOn: field.day(
      zhEn(
        '报送日期，不晚于今天，应早于绩效考核日期',
        'Day of handing in, today or earlier. It is to precede the appraisal',
      ),
    ),
    departments: field.list(
      field.nested(wordsInput, zhEn('对各职能部门的说明', 'Words about the departments')),
      { least: 0 },
    ),
  },
  payload: { departmentReport: () => DepartmentReport, entries: () => [DepartmentReportEntry] },
  prepare: async ({ departments }, context) => {
    for (const [index, { departmentCode }] of departments.entries()) {
      // One after another, so that the first unknown department is named.
      // oxlint-disable-next-line no-await-in-loop
      await requireDepartments(context, departmentCode, `departments.${index}.departmentCode`);
    }
  },
  execute: async ({ departments, ...input }, transaction) => {
    const values = handedInReport(transaction, input);
    const { sample, now, manager } = transaction;
    const figures = await departmentFigures(manager, { year: input.year, sample, now });
    const words = wordsOf(departments);
    const departmentReport = await transaction.insert(DepartmentReport, values);
    const entries = [];
    const unnamed = [...words.keys()].filter((code) => !figures.some((each) => each.departmentCode === code));
    for (const { orderIds, ...each } of [...figures, ...unnamed.map(withoutWork)]) {
      const entry = await transaction.insert(DepartmentReportEntry, {
        ...each,
        reportId: departmentReport.id,
        words: words.get(each.departmentCode) ?? null,
        answer: null,
        answeredAt: null,
      });
      entries.push(entry);
      for (const workOrderId of orderIds) {
        await transaction.insert(CountedOrder, { entryId: entry.id, workOrderId });
      }
    }
    return { departmentReport, entries };
  },
});

/** @throws PublicError BAD_USER_INPUT naming a department that is there twice */
function wordsOf(
  departments: readonly { readonly departmentCode: string; readonly words: string }[],
): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [index, each] of departments.entries()) {
    if (words.has(each.departmentCode)) {
      throw refuse.badInput(`departments.${index}.departmentCode`, {
        zh: `职能部门 ${each.departmentCode} 写了两次。请合为一条`,
        en: `The department ${each.departmentCode} is there twice. Make it one`,
      });
    }
    words.set(each.departmentCode, each.words);
  }
  return words;
}

const withoutWork = (departmentCode: string) => ({
  departmentCode,
  given: 0,
  givenByMinutes: 0,
  done: 0,
  late: 0,
  meetings: 0,
  attended: 0,
  reports: 0,
  orderIds: [],
});

const departmentOf = async (
  { entryId }: { readonly entryId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({
  department: (await transaction.get(DepartmentReportEntry, entryId)).departmentCode,
});

/** R14: the department answers to what the street says of it. */
export const answerDepartmentReport = defineCommand({
  name: 'answerDepartmentReport',
  description: zhEn('答复街道报告(R14)', 'Answers the part of a report about the own department (R14)'),
  input: {
    entryId: DepartmentReportEntry.id(),
    expectedVersion,
    answer: field.text(zhEn('答复', 'Answer')),
  },
  payload: { entry: () => DepartmentReportEntry },
  target: departmentOf,
  execute: async ({ entryId, expectedVersion: version, answer }, transaction) => {
    const entry = await transaction.get(DepartmentReportEntry, entryId, { expectedVersion: version });
    await transaction.change(entry, answeredEntry(transaction, entry, answer));
    return { entry };
  },
});
