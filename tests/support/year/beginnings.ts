import { officer } from '../actors';
import { CENTERS, headOf } from './meetings';
import { people, STREET, type YearStage } from './stage';

/** Units of the two bodies, each with the department that the district says it belongs to. */
export const UNITS = ['大峪派出所', '大峪司法所'] as const;
const DEPARTMENT_OF = { 大峪派出所: 'PUBLIC_SECURITY', 大峪司法所: 'JUSTICE' } as const;
const BODY_OF = {
  大峪派出所: 'ENLARGED_WORKING_COMMITTEE',
  大峪司法所: 'AREA_MANAGEMENT_COMMITTEE',
} as const;

/** Nominates, reviews and appoints a member of one of the two bodies, each by its own authority (R32). @returns its id */
async function appoint(stage: YearStage, bodyCode: string, who: object, personName: string): Promise<string> {
  const nomination = { bodyCode, personName, position: 'MEMBER', ...who };
  const memberId = await stage.make('member', 'nominateMember', nomination, people.leader);
  const review = { memberId, outcome: 'REVIEWED' };
  await stage.step('reviewNomination', review, officer('ORGANIZATION_DEPARTMENT'));
  const document = {
    authority: 'DISTRICT_PARTY_COMMITTEE',
    purpose: 'APPOINTMENT',
    appointees: [personName],
    number: `京门任〔${stage.today()}〕${personName}`,
    title: '关于任命的通知',
    decidedOn: stage.today(),
    streetCodes: [STREET],
    bodyKind: bodyCode,
    position: 'MEMBER',
  };
  const recorded = await stage.districtDoes('recordApproval', document, people.party, 'approval { id }');
  await stage.step('appointMember', { memberId, approvalId: recorded['approval'].id }, people.party);
  return memberId;
}

/** Members of the two bodies: one for each unit, and a deputy of the people’s congress. @returns the id of each */
export async function appointMembers(stage: YearStage) {
  const ofUnit: string[] = [];
  for (const unit of UNITS) {
    const who = { category: 'RESIDENT_UNIT', unit };
    ofUnit.push(await appoint(stage, BODY_OF[unit], who, `${unit}所长`));
    await stage.step('linkUnit', { unit, departmentCode: DEPARTMENT_OF[unit] }, people.office);
  }
  const deputy = await appoint(stage, 'AREA_MANAGEMENT_COMMITTEE', { category: 'CONGRESS_DEPUTY' }, '陈代表');
  return { ofUnit, deputy, deputyName: '陈代表' };
}

/** The district registers an organization (R29). @returns its id */
export async function register(stage: YearStage, kind: string, name: string): Promise<string> {
  const input = { kind, name, serviceField: '社区服务', since: stage.today() };
  const made = await stage.districtDoes(
    'registerOrganization',
    input,
    people.office,
    'socialOrganization { id }',
  );
  return String(made['socialOrganization'].id);
}

/** Links a center to an organization, from a day on, by default today (R29). @returns the link’s id */
export const linkOrganization = (
  stage: YearStage,
  centerCode: string,
  organizationId: string,
  since = stage.today(),
): Promise<string> =>
  stage.make(
    'organizationLink',
    'linkOrganization',
    { centerCode, organizationId, since },
    headOf(centerCode),
  );

/** Links each center to the hub. @returns ids of the links by center */
export async function linkAll(stage: YearStage, hub: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (const center of CENTERS) links.set(center, await linkOrganization(stage, center, hub));
  return links;
}
