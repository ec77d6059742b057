import { COMMAND_GROUPS, COMMANDS } from '../policy/commands';
import { FIELD_GROUPS } from '../reads/field-groups';
import { ROLES } from '../roles/role';
import { renderAccessPage } from './access-page';

const page = renderAccessPage();
const lineOf = (start: string) => page.split('\n').filter((line) => line.startsWith(`| \`${start}\``));

it.each([...ROLES, ...Object.keys(COMMANDS), ...Object.keys(FIELD_GROUPS)])('has %s', (name) => {
  expect(lineOf(name).length).toBeGreaterThan(0);
});

it('has each command under one heading', () => {
  const listed = COMMAND_GROUPS.flatMap(({ commands }) => Object.keys(commands));
  expect(listed.toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

it('shows scopes, the one that may, and rules', () => {
  expect(lineOf('reviewNomination')[0]).toContain('仅 only `ORGANIZATION_DEPARTMENT`');
  expect(lineOf('dispatchWorkOrder')[0]).toMatch(
    /`DISPATCHER`（本街道 · own street） \| `STREET_LEADER` \[R09\].*其余角色 all other roles \[R11\]\(rules\.md#r11\) \|$/,
  );
  expect(lineOf('REFERENCE')[0]).toContain('无须令牌');
});

it('says what one reads without a token: reference data, and where the audit ends, with why', () => {
  const open = page.split('\n').filter((line) => line.startsWith('| `') && line.includes('everybody'));
  expect(open).toEqual(['REFERENCE', 'AUDIT', 'FUNDS', 'BUDGETS'].flatMap(lineOf));
  expect(lineOf('AUDIT')[0]).toMatch(
    /`AUDITOR`（全部 · all）<br>任何人，无须令牌 · everybody, no token：仅 only `auditHead` \|$/,
  );
  const [, , zh, en] = page.split('\n\n');
  expect(zh).toMatch(
    /没有令牌者只能查阅参考数据和规则，例外是 `auditHead`（审计链的末端.*记下它的人越多.*`fundBook`（已知标识.*供两本账对账/,
  );
  expect(en).toMatch(
    /only reference data and rules are readable, except `auditHead` \(end of the audit chain.*more parties note them.*`fundBook` \(state and digest/,
  );
});

it('says whose readings are recorded', () => {
  const recorded = page.split('\n').filter((line) => line.includes('each reading is recorded'));
  const linesOf = (group: string) => lineOf(group).filter((line) => line.startsWith(`| \`${group}\``));
  expect(recorded).toEqual([...linesOf('ATTACHMENTS'), ...linesOf('SENTIMENT')]);
  expect(recorded[0]).toMatch(
    /`AUDITOR`（全部 · all；每次查阅记入审计 · each reading is recorded in the audit）/,
  );
  expect(recorded[1]).toMatch(
    /`STREET_LEADER`（本街道 · own street；每次查阅记入审计 · each reading is recorded in the audit）/,
  );
});

it('has tables whose lines all have as many cells as their heads', () => {
  const blocks = page
    .trim()
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  // The roles, the commands by their groups, and the readers.
  expect(blocks).toHaveLength(COMMAND_GROUPS.length + 2);
  for (const block of blocks) {
    const widths = new Set(block.split('\n').map((line) => line.split('|').length));
    expect(widths.size).toBe(1);
  }
});
