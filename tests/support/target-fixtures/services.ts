import { randomUUID } from 'node:crypto';
import { memberInOffice } from '../appoint-past';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { orders } from './dispatch';
import { insertProcurement } from '../procurement';
import type { TestSubgraph } from '../test-subgraph';
import { serial } from './serial';
import type { Values } from './values';

/** Values by which a command on services is aimed at a project of this place, or cites what the district has. */
export async function ofServices(
  stage: DispatchStage,
  district: TestSubgraph,
  command: string,
  aim: Place,
): Promise<Values> {
  if (command === 'startServiceProject') {
    const { needId, organizationId } = await insertProcurement(district.database);
    return { needId, organizationId, amount: '10000.00', title: '助老', dueOn: '2026-03-09' };
  }
  if (command === 'linkOrganization') {
    const { organizationId } = await insertProcurement(district.database);
    return { organizationId, since: '2026-03-09' };
  }
  const since = '2026-03-01';
  if (command === 'endOrganizationLink') {
    const organization = {
      organization_id: randomUUID(),
      organization_name: '夕阳红',
      organization_kind: 'HUB',
    };
    const link = { center_code: aim.center, ...organization, since };
    return { organizationLinkId: await stage.add('organization_link', link) };
  }
  if (/FosteringStage$|endFostering/u.test(command)) {
    const where = { center_code: aim.center, community_code: aim.community };
    const fostered = { ...where, name: '互助队', service_field: '互助', since };
    return { fosteredOrganizationId: await stage.add('fostered_organization', fostered) };
  }
  if (/^(forward|decline)Need$/u.test(command)) {
    const proposal = { state: 'PROPOSED', center_code: aim.center, title: '助老', content: '上门' };
    return {
      needProposalId: await stage.add('need_proposal', { ...proposal, community_codes: [aim.community] }),
    };
  }
  if (/Support|Solution$|Contribution$/u.test(command)) return ofSupport(stage, command, aim);
  if (command === 'reachMilestone') return { serviceMilestoneId: await milestone(stage, aim) };
  if (!command.endsWith('ServiceProject')) return {};
  const accepted = { state: 'ACCEPTED', accepted_on: '2026-03-09', acceptance: '合格' };
  return {
    serviceProjectId: await project(stage, aim, command === 'evaluateServiceProject' ? accepted : {}),
  };
}

async function ofSupport(stage: DispatchStage, command: string, aim: Place): Promise<Values> {
  if (command === 'raiseSupportIssue') return { kind: 'PARKING', title: '停车难' };
  const takenUp = { state: 'TAKEN_UP', taken_up_at: '2026-03-02', body_code: 'AREA_MANAGEMENT_COMMITTEE' };
  const solved = { ...takenUp, state: 'SOLVED', solved_on: '2026-03-05', solution: '增设车位' };
  const state =
    command === 'takeUpSupportIssue' ? { state: 'RAISED' } : command.endsWith('Solution') ? solved : takenUp;
  const supportIssueId = await stage.add('support_issue', {
    kind: 'PARKING',
    center_code: aim.center,
    community_code: aim.community,
    title: '停车难',
    raised_on: '2026-03-01',
    ...state,
  });
  return {
    supportIssueId,
    ...(command === 'takeUpSupportIssue' && (await byCommittee(stage))),
    ...(command === 'citeSupportOrder' && (await orders(stage, command, 'IN_PROGRESS', aim))),
    ...(command === 'solveSupportIssue' && { solution: '增设车位', solvedOn: '2026-03-09' }),
  };
}

async function byCommittee({ dayu }: DispatchStage): Promise<Values> {
  const bodyCode = 'AREA_MANAGEMENT_COMMITTEE';
  await memberInOffice(dayu.database, bodyCode);
  return { bodyCode };
}

const project = (stage: DispatchStage, aim: Place, more: object = {}): Promise<string> =>
  stage.add('service_project', {
    state: 'IN_PROGRESS',
    center_code: aim.center,
    community_code: aim.community,
    title: '助老',
    content: '每周一次',
    amount: '10000.00',
    starts_on: '2026-03-01',
    ends_on: '2026-12-31',
    need_id: randomUUID(),
    need_title: '助老服务',
    catalogue_id: randomUUID(),
    catalogue_number: '门社工〔2026〕1号',
    survey_id: randomUUID(),
    organization_id: randomUUID(),
    organization_name: '夕阳红',
    ...more,
  });

const milestone = async (stage: DispatchStage, aim: Place): Promise<string> =>
  stage.add('service_milestone', {
    service_project_id: await project(stage, aim),
    number: 1,
    title: '启动',
    due_on: '2026-03-09',
  });

/** Values by which a command of the district on procurement is aimed at what is there. */
export async function ofDistrict({ database }: TestSubgraph, command: string): Promise<Values> {
  if (command === 'setJudgementStart') return { streetCode: 'DAYU' };
  if (/^(?:confirm|sendBack)CatalogueAnswer$/u.test(command)) {
    return { catalogueAnswerId: await catalogueAnswer(database) };
  }
  if (command === 'answerMissingCatalogue') return { year: await brokenYear(database), remedy: '按期下发' };
  if (command.endsWith('Department') && command !== 'linkDepartment') return ofDepartments(database, command);
  if (!/Organization$|Survey$|Catalogue$/u.test(command)) return {};
  const { organizationId, surveyId, surveyedNeedId, catalogueId } = await insertProcurement(database);
  return {
    ...(command === 'endOrganization' && { socialOrganizationId: organizationId }),
    ...(command === 'correctProcurementCatalogue' && { procurementCatalogueId: catalogueId }),
    name: `夕阳红${randomUUID()}`,
    year: 2001,
    surveyId,
    surveyedNeedId,
  };
}

/** An answer to a year, which awaits its confirmation. */
async function catalogueAnswer(database: TestSubgraph['database']): Promise<string> {
  const [row]: readonly { id: string }[] = await database.query(
    `INSERT INTO catalogue_answer (created_at, updated_at, year, state, explanation, remedy, answered_by, role)
     VALUES ('2026-03-01', '2026-03-01', $1, 'GIVEN', '调查推迟', '按期下发', 'another-officer', 'DISTRICT_OFFICE') RETURNING id`,
    [2100 + serial()],
  );
  return row?.id ?? '';
}

/** A year without a catalogue, from which on a street is judged. */
async function brokenYear(database: TestSubgraph['database']): Promise<number> {
  await database.query(
    `INSERT INTO judgement_start (created_at, updated_at, street_code, since, reason)
     VALUES ('2026-03-01', '2026-03-01', 'DATAI', '2002-01-01', '恢复')`,
  );
  const [free]: readonly { year: number }[] = await database.query(
    `SELECT min(year) AS year FROM generate_series(2002, 2025) AS broken (year)
     WHERE NOT EXISTS (SELECT FROM catalogue_answer answer WHERE answer.year = broken.year)`,
  );
  return free?.year ?? 0;
}

/** A department that is there, for a command about it; a name that is free. */
async function ofDepartments(database: TestSubgraph['database'], command: string): Promise<Values> {
  const number = serial();
  if (command === 'addDepartment') return { code: `NEW_${number}`, name: `新局${number}` };
  const code = `ADDED_${number}`;
  await database.query(`INSERT INTO department (citation, code, name) VALUES ('document:1', $1, $2)`, [
    code,
    `增设局${number}`,
  ]);
  return { department: code, name: `更名局${number}` };
}
