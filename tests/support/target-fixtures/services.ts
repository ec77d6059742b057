import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { insertProcurement } from '../procurement';
import type { TestSubgraph } from '../test-subgraph';
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
  if (command === 'reachMilestone') return { serviceMilestoneId: await milestone(stage, aim) };
  if (!command.endsWith('ServiceProject')) return {};
  const accepted = { state: 'ACCEPTED', accepted_on: '2026-03-09', acceptance: '合格' };
  return {
    serviceProjectId: await project(stage, aim, command === 'evaluateServiceProject' ? accepted : {}),
  };
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
