import { officer } from '../actors';
import { HERE } from '../everybody';
import { dayAfter } from '../sequence-street';
import { SECOND, type Scribe } from './scribe';

const MEMBERS = `SELECT DISTINCT ON (unit) id, unit FROM body_member
  WHERE state = 'APPOINTED' AND unit IS NOT NULL ORDER BY unit, id LIMIT 2`;

/** An order that a department has delegated, which is evidence about its members (R15). */
const DELEGATED = `SELECT w.id FROM work_order w JOIN delegation d ON d.id = w.delegation_id
  WHERE d.department_code = $1 ORDER BY w.id LIMIT 1`;

/** Links of two units to two departments, reports on both, and suggestions sent and unsent (R14–R16). */
export async function evaluation(scribe: Scribe, workOrderId: string): Promise<void> {
  const { clerk, leader, office } = scribe.people;
  const day = dayAfter(scribe.street.now(), 0);
  const year = Number(day.slice(0, 4));
  const places = [HERE, SECOND];
  const members = await scribe.street.sql(MEMBERS);
  const report = { year, title: '报告', content: '情况' };
  // Before any link: about the department alone that takes part in projects.
  await scribe.give('handInDepartmentReport', { ...report, handedInOn: day, departments: [] }, clerk);
  for (const [index, { department }] of places.entries()) {
    await scribe.do('linkUnit', { unit: members[index]?.['unit'], departmentCode: department }, office);
  }
  const { entries } = await scribe.do(
    'handInDepartmentReport',
    { year, handedInOn: day, departmentCode: SECOND.department },
    clerk,
    'entries { id departmentCode }',
  );
  for (const { id, departmentCode } of entries) {
    if (departmentCode !== HERE.department) {
      await scribe.street.sql(
        'INSERT INTO counted_order (created_at, updated_at, entry_id, work_order_id) VALUES (now(), now(), $1, $2)',
        [id, workOrderId],
      );
      continue;
    }
    await scribe.do('answerDepartmentReport', { entryId: id }, officer(departmentCode));
  }
  for (const [index, { department }] of places.entries()) {
    const about = { memberId: members[index]?.['id'], year };
    await scribe.do('reportMemberPerformance', about, leader);
    const [delegated] = await scribe.street.sql(DELEGATED, [department]);
    const evidence = { ...about, workOrderId: delegated?.['id'] };
    const { suggestion } = await scribe.do('draftPersonnelSuggestion', evidence, clerk, 'suggestion { id }');
    const { id: suggestionId } = suggestion;
    await scribe.do('signPersonnelSuggestion', { suggestionId, signatory: '王书记' }, leader);
    await scribe.do('sendPersonnelSuggestion', { suggestionId }, clerk);
    await scribe.do('draftPersonnelSuggestion', evidence, clerk);
  }
  const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
  await scribe.give('issueDeputyReport', { ...report, recipients }, leader);
}
