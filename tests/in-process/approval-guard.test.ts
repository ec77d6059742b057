import { definition } from '../../subgraphs/district/src';
import { loadTestSubgraph, type LoadedSubgraph } from '../support/test-subgraph';

/** Limits of the district's serving role on approvals by raw SQL. */
let district: LoadedSubgraph;
beforeAll(async () => {
  district = await loadTestSubgraph(definition);
});
afterAll(() => district.close());

const record = (number: string, revoked: string) =>
  district.runtime.query(
    `INSERT INTO approval (created_at, updated_at, authority, number, title, decided_on, purpose, matter, department_code,
       street_codes, revoked_at, revocation_reason)
     VALUES (now(), now(), 'DISTRICT_GOVERNMENT', '${number}', '批准', '2026-01-02', 'DIRECT_TASK', '填报', 'JUSTICE',
       '{DAYU}', ${revoked})`,
  );
const change = (assignment: string) =>
  district.runtime.query(`UPDATE approval SET ${assignment} WHERE number = '门政〔2026〕1号'`);

test('an approval is recorded as one that stands, revoked once, and changes in nothing else', async () => {
  await expect(record('门政〔2026〕2号', `now(), '误登'`)).rejects.toThrow('recorded before it is revoked');
  await record('门政〔2026〕1号', 'NULL, NULL');
  for (const assignment of [
    `title = '改'`,
    'sample = true',
    'deleted_at = now()',
    `decided_on = '2020-01-01'`,
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    await expect(change(assignment)).rejects.toThrow('changes in nothing else');
  }
  await change(`revoked_at = now(), revocation_reason = '误登', version = version + 1`);
  await expect(change('revoked_at = NULL, revocation_reason = NULL')).rejects.toThrow('is revoked once');
});
