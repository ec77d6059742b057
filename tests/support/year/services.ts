import type { LocalDay } from '@mtg/governance';
import { headOf } from './meetings';
import { COMMUNITY, people, STREET, type YearStage } from './stage';
import { secretary } from './work';

/** The district asks residents what they need, and issues the catalogue of the year (R30). @returns the need’s id */
export async function catalogue(stage: YearStage, year: number, startedOn: LocalDay): Promise<string> {
  const asked = { year, title: '社区服务需求调查', method: '入户问卷', respondents: 900, startedOn };
  const survey = await stage.districtDoes(
    'recordNeedsSurvey',
    { ...asked, concludedOn: stage.today(), needs: [{ title: '法律咨询', mentions: 400 }] },
    people.office,
    'needsSurvey { id }',
  );
  const needs = [{ title: '社区法律咨询', content: '每月两次' }];
  const issued = {
    year,
    number: `门社工〔${year}〕1号`,
    title: '购买公共服务项目需求',
    issuedOn: stage.today(),
  };
  const made = await stage.districtDoes(
    'issueProcurementCatalogue',
    { ...issued, surveyId: survey['needsSurvey'].id, needs },
    people.office,
    'procurementCatalogue { needs { id } }',
  );
  return String(made['procurementCatalogue'].needs[0].id);
}

/** 区政府 budgets, the district offers a transfer out of the budget, and the street acknowledges it (R31). @returns the receipt’s id */
export async function transfer(stage: YearStage, year: number, amount: string): Promise<string> {
  const document = {
    documentNumber: `门政发〔${year}〕1号`,
    documentTitle: '预算批复',
    approvedOn: stage.today(),
  };
  const lines = [{ name: '社区服务', kind: 'COMMUNITY_SERVICES', amount: '50000.00' }];
  const budget = await stage.districtDoes(
    'recordBudget',
    { year, ...document, lines },
    people.government,
    'lines { id }',
  );
  const offer = { budgetLineId: budget['lines'][0].id, streetCode: STREET, voucher: '拨字1号', amount };
  const made = await stage.districtDoes('offerTransfer', offer, people.office, 'fundTransfer { id }');
  const transferId = String(made['fundTransfer'].id);
  return stage.make('fundReceipt', 'acknowledgeTransfer', { transferId }, people.finance);
}

/** A payment of today for a project, an order or a service project (R31). */
export const spend = (
  stage: YearStage,
  fundReceiptId: string,
  voucher: string,
  paid: object,
): Promise<void> =>
  stage.step(
    'recordExpenditure',
    { fundReceiptId, voucher, paidOn: stage.today(), purpose: '服务费', ...paid },
    people.finance,
  );

/** A service project by a need of the catalogue, with one milestone (R30). @returns ids of both */
export async function procure(
  stage: YearStage,
  cited: { readonly needId: string; readonly organizationId: string },
  endsOn: LocalDay,
) {
  const what = {
    centerCode: 'PUBLIC_SECURITY',
    communityCode: COMMUNITY,
    title: '法律咨询',
    content: '每月两次',
  };
  const milestones = [{ title: '首场咨询', dueOn: endsOn }];
  const input = { ...what, amount: '12000.50', startsOn: stage.today(), endsOn, ...cited, milestones };
  const selection = 'serviceProject { id milestones { id } }';
  const { serviceProject } = await stage.street(
    'startServiceProject',
    input,
    headOf('PUBLIC_SECURITY'),
    selection,
  );
  return {
    serviceProjectId: String(serviceProject.id),
    serviceMilestoneId: String(serviceProject.milestones[0].id),
  };
}

/** A milestone is reached today (R30). */
export const reach = (stage: YearStage, serviceMilestoneId: string): Promise<void> =>
  stage.step('reachMilestone', { serviceMilestoneId, reachedOn: stage.today() }, headOf('PUBLIC_SECURITY'));

/** The center accepts what was procured, and the community evaluates it (R30). */
export async function accept(stage: YearStage, serviceProjectId: string): Promise<void> {
  const accepted = { serviceProjectId, acceptedOn: stage.today(), acceptance: '合格' };
  await stage.step('acceptServiceProject', accepted, headOf('PUBLIC_SECURITY'));
  await stage.step('evaluateServiceProject', { serviceProjectId, evaluation: '居民满意' }, secretary);
}
