import { definition } from '../../../subgraphs/dayu/src';
import { loadTestSubgraph, type LoadedSubgraph } from '../../support/test-subgraph';

let dayu: LoadedSubgraph;
beforeAll(async () => {
  dayu = await loadTestSubgraph(definition);
});
afterAll(() => dayu.close());

/** Tables of rows that go from state to state, or may be corrected; a draft's items are withdrawn. Written from the domain. */
const CHANGING =
  `agenda_item attachment attendance_record body_member center_report community_assignment community_visit consultation consultation_conclusion conveyed_document delegation department_link department_report_entry deputy_activity difficulty enforcement_action enforcement_mandate enforcement_object enforcement_team enforcement_team_member extension_request finding_answer fostered_organization fostering_stage hall_visit highlight joint_action joint_action_call joint_activity judgement leave ledger_entry major_matter meeting member_report message minutes minutes_item need_proposal organization_link person personnel_suggestion plain_local_center plan plan_item post_holding progress_report project return_request rule_finding sentiment_log service_milestone service_project street_notice supervision support_contribution support_issue support_solution unit_link visit_record weekly_item work_order`.split(
    /\s+/u,
  );

const tablesWith = async (privilege: string): Promise<readonly string[]> => {
  const rows: readonly { name: string }[] = await dayu.runtime.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND has_table_privilege(oid, $1) ORDER BY relname`,
    [privilege],
  );
  return rows.map(({ name }) => name);
};

test('a street’s subgraph changes nothing but what has states, deletes old keys only, and empties no table', async () => {
  expect(await tablesWith('UPDATE')).toEqual(CHANGING);
  expect(await tablesWith('DELETE')).toEqual(['file_upload', 'idempotency_record']);
  expect(await tablesWith('TRUNCATE')).toEqual([]);
  expect((await tablesWith('INSERT')).length).toBeGreaterThan(25);
  expect(await tablesWith('SELECT')).not.toContain('imported_entry');
});

test.each(['committee_decision', 'preliminary_opinion', 'feedback_report', 'key_point', 'work_order_event'])(
  'no %s is changed, even by an intruder in the subgraph',
  async (table) => {
    await expect(dayu.runtime.query(`UPDATE ${table} SET updated_at = now()`)).rejects.toThrow(
      'permission denied',
    );
  },
);
