import { COMMANDS } from '../policy/commands';
import { FIELD_GROUPS } from '../reads/field-groups';
import { ROLES } from '../roles/role';
import { renderAccessPage } from './access-page';

const page = renderAccessPage();
const lineOf = (start: string) => page.split('\n').filter((line) => line.startsWith(`| \`${start}\``));

it.each([...ROLES, ...Object.keys(COMMANDS), ...Object.keys(FIELD_GROUPS)])('has %s', (name) => {
  expect(lineOf(name).length).toBeGreaterThan(0);
});

it('shows scopes, the one that may, and rules', () => {
  expect(lineOf('reviewNomination')[0]).toContain('仅 only `ORGANIZATION_DEPARTMENT`');
  expect(lineOf('dispatchWorkOrder')[0]).toMatch(
    /`DISPATCHER`（本街道 · own street） \| `STREET_LEADER` \[R09\].*其余角色 all other roles \[R11\]\(rules\.md#r11\) \|$/,
  );
  expect(lineOf('REFERENCE')[0]).toContain('无须令牌');
});

it('has tables whose lines all have as many cells as their heads', () => {
  const blocks = page
    .trim()
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  expect(blocks).toHaveLength(7);
  for (const block of blocks) {
    const widths = new Set(block.split('\n').map((line) => line.split('|').length));
    expect(widths.size).toBe(1);
  }
});
