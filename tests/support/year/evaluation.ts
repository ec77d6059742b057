import type { LocalDay } from '@mtg/governance';
import type { Selected } from '../commands';
import { people, STREET, type YearStage } from './stage';

/** The district sets the day of the appraisal (R14). */
export const setAppraisal = (stage: YearStage, year: number, day: LocalDay): Promise<Selected> =>
  stage.districtDoes('setAppraisalDay', { year, day }, people.office, '__typename');

/** The report on the departments, of this day (R14). @returns its entries with the figures from the records */
export async function reportOnDepartments(
  stage: YearStage,
  year: number,
  handedInOn: LocalDay,
): Promise<readonly Selected[]> {
  const words = [{ departmentCode: 'JUSTICE', words: '配合良好' }];
  const report = { year, title: '落实情况', content: '总体较好', handedInOn, departments: words };
  const figures = 'entries { id departmentCode given done late meetings attended reports words }';
  return (await stage.street('handInDepartmentReport', report, people.clerk, figures))['entries'];
}

/** The district’s result of the appraisal, and the report on a member that rests on it (R15). @returns the figures reported */
export async function reportOnMember(stage: YearStage, year: number, memberId: string): Promise<Selected> {
  const result = { year, scheme: '四评一创', title: '评议结果', content: '较好', streetCode: STREET };
  const recorded = await stage.districtDoes(
    'recordAppraisalResult',
    result,
    people.office,
    'appraisalResult { id }',
  );
  const report = {
    memberId,
    year,
    performance: '认真履职',
    appraisalResultId: recorded['appraisalResult'].id,
  };
  const selection = 'report { departmentCode attended absent reports }';
  return (await stage.street('reportMemberPerformance', report, people.leader, selection))['report'];
}

/** The record of a deputy’s activity on a day (R16). */
export const deputyActivity = (stage: YearStage, memberId: string, personName: string): Promise<void> =>
  stage.step(
    'recordDeputyActivity',
    { memberId, personName, capacity: '人大代表', day: stage.today(), activity: '走访选区' },
    people.clerk,
  );

/** The report on the deputies, to all three who receive it (R16). @returns number of activities that it cites */
export async function reportOnDeputies(stage: YearStage, year: number): Promise<number> {
  const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
  const report = { year, title: '作用报告', content: '联系群众', recipients };
  const selection = 'deputyReport { activities { activity { id } } }';
  return (await stage.street('issueDeputyReport', report, people.clerk, selection))['deputyReport'].activities
    .length;
}

/** The notice of the year to these units (R04). */
export const annualNotice = (
  stage: YearStage,
  year: number,
  meetingId: string,
  addressees: readonly string[],
) =>
  stage.step(
    'issueAnnualNotice',
    { year, title: '年度通报', content: '重点任务全部完成', addressees, meetingId },
    people.clerk,
  );
