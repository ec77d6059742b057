import { actAs } from '../../test-support/act';
import {
  answeredProposal,
  begunOn,
  endedFostering,
  endedOn,
  fosteredSince,
  heldActivity,
  linkedOrganization,
  proposedNeed,
  reachedStage,
  requireActivityWhileFostered,
  requireFostering,
  requireStageWhileFostered,
} from './social-organization';

const head = actAs('CENTER_HEAD');
const LINKING = {
  organizationId: 'b',
  organization: { name: '夕阳红', kind: 'HUB', since: '2020-01-01' },
  since: '2026-11-01',
  links: [{ organizationId: 'a', since: '2026-01-01' }],
};
const lasting = { version: 1, since: '2026-01-01', until: null };

test('what lasts begins and ends, once', () => {
  expect(begunOn(head, '2026-11-18')).toEqual({ since: '2026-11-18', until: null });
  expect(endedOn(head, lasting, '2026-11-18')).toEqual({ until: '2026-11-18' });
  expect(() => begunOn(head, '2026-11-19')).toThrow('input.since');
  expect(() => endedOn(head, lasting, '2025-12-31')).toThrow('input.until');
  expect(() => endedOn(head, lasting, '2026-11-19')).toThrow('input.until');
  const ended = { ...lasting, until: '2026-02-01' };
  expect(() => endedOn(head, ended, '2026-03-01')).toThrow('2026-02-01');
});

test('a center is linked to a second organization, and to no third', () => {
  expect(linkedOrganization(head, LINKING)).toEqual({ since: '2026-11-01', until: null });
  const third = { ...LINKING, links: [...LINKING.links, { organizationId: 'c', since: '2026-01-01' }] };
  expect(() => linkedOrganization(head, third)).toThrow('R29 centerCode');
});

test('a proposal is forwarded or declined, once', () => {
  const proposal = { state: 'PROPOSED', version: 1 } as const;
  const answered = { answeredAt: head.now };
  expect(answeredProposal(head, proposal, null)).toEqual({ ...answered, state: 'FORWARDED', reason: null });
  expect(answeredProposal(head, proposal, '重复')).toEqual({
    ...answered,
    state: 'DECLINED',
    reason: '重复',
  });
  expect(() => answeredProposal(head, { state: 'DECLINED', version: 2 }, null)).toThrow('needProposal');
});

const fostering = { ...lasting, name: '楼院互助队', until: null as string | null };

test('a community fosters an organization once at a time', () => {
  const begin = (given: object, ...fostered: (typeof fostering)[]) =>
    fosteredSince(head, { name: '楼院互助队', since: '2026-11-01', ...given }, fostered);
  expect(begin({})).toEqual({ since: '2026-11-01', until: null });
  expect(begin({}, { ...fostering, name: '文艺队' })).toEqual({ since: '2026-11-01', until: null });
  expect(() => begin({ name: ' 楼院互助队' }, fostering)).toThrow(
    'input.name: 该社区自 2026-01-01 起已在培育',
  );
  expect(begin({}, { ...fostering, until: '2026-10-31' })).toMatchObject({ until: null });
  expect(() => begin({}, { ...fostering, until: '2026-11-01' })).toThrow('input.since: 该社区已在');
  expect(() => begin({ since: '2026-11-19' })).toThrow('input.since');
});

test('stages and activities happen while an organization is fostered, and it is fostered until the last of them', () => {
  const ended = { ...fostering, until: '2026-06-30' };
  expect(reachedStage(head, fostering, '2026-01-01')).toEqual({ reachedOn: '2026-01-01' });
  expect(() => reachedStage(head, fostering, '2025-12-31')).toThrow(
    'input.reachedOn: 2025-12-31 早于培育开始的',
  );
  expect(() => reachedStage(head, fostering, '2026-11-19')).toThrow('input.reachedOn');
  expect(() => reachedStage(head, ended, '2026-03-01')).toThrow('2026-06-30');
  expect(heldActivity(head, '2026-11-18', null)).toEqual({ heldOn: '2026-11-18' });
  expect(() => heldActivity(head, '2026-11-19', null)).toThrow('input.heldOn');
  expect(heldActivity(head, '2026-06-30', ended)).toEqual({ heldOn: '2026-06-30' });
  for (const day of ['2025-12-31', '2026-07-01']) {
    expect(() => heldActivity(head, day, ended)).toThrow(`input.heldOn: ${day} 不在“楼院互助队”的培育期间`);
  }
  expect(endedFostering(head, fostering, '2026-11-18', '2026-11-18')).toEqual({ until: '2026-11-18' });
  expect(endedFostering(head, fostering, '2026-01-01', null)).toEqual({ until: '2026-01-01' });
  expect(() => endedFostering(head, fostering, '2026-11-17', '2026-11-18')).toThrow(
    'input.until: 2026-11-18 还登记有',
  );
  expect(() => endedFostering(head, ended, '2026-11-18', null)).toThrow('2026-06-30');
});

test('what is corrected stays within the fostering', () => {
  const ended = { ...fostering, until: '2026-06-30' };
  expect(() => requireStageWhileFostered(head, '2026-06-30', ended)).not.toThrow();
  expect(() => requireStageWhileFostered(head, '2026-07-01', ended)).toThrow('input.reachedOn');
  expect(() => requireStageWhileFostered(head, '2025-12-31', fostering)).toThrow('input.reachedOn');
  expect(() => requireActivityWhileFostered(head, '2025-12-31', null)).not.toThrow();
  expect(() => requireActivityWhileFostered(head, '2025-12-31', fostering)).toThrow('input.heldOn');
});

test('a corrected fostering agrees with its stages, its end and the other organizations of the community', () => {
  const ended = { ...fostering, until: '2026-06-30' };
  expect(() => requireFostering(head, ended, [], '2026-01-01')).not.toThrow();
  expect(() => requireFostering(head, { ...ended, since: '2026-07-01' }, [], null)).toThrow('input.since');
  expect(() => requireFostering(head, { ...ended, since: '2026-03-02' }, [], '2026-03-01')).toThrow(
    '2026-03-01 或以前',
  );
  const later = { ...fostering, since: '2026-07-01' };
  expect(() => requireFostering(head, ended, [later], null)).not.toThrow();
  expect(() => requireFostering(head, fostering, [later], null)).toThrow('input.name: 该社区自 2026-07-01');
  expect(() => requireFostering(head, later, [ended], null)).not.toThrow();
  expect(() => requireFostering(head, { ...later, since: '2026-06-30' }, [ended], null)).toThrow(
    'input.since',
  );
});

test('a proposed need says more than its title', () => {
  const need = { title: '助老服务', content: '高龄老人较多' };
  expect(proposedNeed(head, need)).toMatchObject({ ...need, state: 'PROPOSED', reason: null });
  expect(() => proposedNeed(head, { ...need, content: '助老服务' })).toThrow('input.content');
});
