import { HERE } from '../everybody';
import { SECOND, type Scribe } from './scribe';

/** Service projects of two communities. The district, which a command would ask, is not there. */
export async function services(scribe: Scribe): Promise<void> {
  for (const { center, community } of [HERE, SECOND]) {
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
