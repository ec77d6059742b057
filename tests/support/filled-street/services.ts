import { centerHead } from '../actors';
import { HERE } from '../everybody';
import { dayAfter } from '../sequence-street';
import { SECOND, type Scribe } from './scribe';

/** Links, fostered organizations, proposals, support issues and service projects of two communities. The district, which a command would ask, is not there. */
export async function services(scribe: Scribe): Promise<void> {
  for (const { center, community } of [HERE, SECOND]) {
    await ofCenter(scribe, center, community);
    await scribe.street.sql(
      `WITH project AS (
         INSERT INTO service_project (created_at, updated_at, state, center_code, community_code, title, content, amount,
           starts_on, ends_on, need_id, need_title, catalogue_id, catalogue_number, survey_id, organization_id, organization_name)
         VALUES (now(), now(), 'IN_PROGRESS', $1, $2, '助老', '每周一次', 10000, '2026-03-01', '2026-12-31',
           gen_random_uuid(), '助老服务', gen_random_uuid(), '门社工〔2026〕1号', gen_random_uuid(), gen_random_uuid(), '夕阳红')
         RETURNING id)
       INSERT INTO service_milestone (created_at, updated_at, service_project_id, number, title, due_on)
       SELECT now(), now(), id, 1, '启动', '2026-03-09' FROM project`,
      [center, community],
    );
  }
}

async function ofCenter(scribe: Scribe, centerCode: string, communityCode: string): Promise<void> {
  const head = centerHead(HERE.street, centerCode);
  const day = dayAfter(scribe.street.now(), 0);
  const where = { centerCode, communityCode, communityCodes: communityCode };
  const fostered = await scribe.do(
    'fosterOrganization',
    { ...where, since: day },
    head,
    'fosteredOrganization { id }',
  );
  const fosteredOrganizationId: string = fostered['fosteredOrganization'].id;
  await scribe.do('recordFosteringStage', { fosteredOrganizationId, reachedOn: day }, head);
  await scribe.do('recordJointActivity', { ...where, fosteredOrganizationId, heldOn: day }, head);
  await scribe.do('proposeNeed', where, head);
  const issue = { ...where, kind: 'PARKING', title: '停车难' };
  const raised = await scribe.do('raiseSupportIssue', issue, head, 'supportIssue { id }');
  const supportIssueId: string = raised['supportIssue'].id;
  await scribe.do('takeUpSupportIssue', { supportIssueId, bodyCode: 'AREA_MANAGEMENT_COMMITTEE' }, head);
  await scribe.do('recordContribution', { supportIssueId, unit: '物业公司' }, head);
  await scribe.do('solveSupportIssue', { supportIssueId, solution: '增设车位', solvedOn: day }, head);
  await scribe.street.sql(
    `INSERT INTO organization_link (created_at, updated_at, center_code, organization_id, organization_name, organization_kind, since)
     VALUES (now(), now(), $1, gen_random_uuid(), '夕阳红', 'HUB', '2026-03-01')`,
    [centerCode],
  );
}
