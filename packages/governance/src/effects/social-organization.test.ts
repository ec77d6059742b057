import { actAs } from '../../test-support/act';
import {
  answeredProposal,
  begunOn,
  endedOn,
  linkedOrganization,
  requireLasting,
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
  expect(() => requireLasting(head, ended)).toThrow('2026-02-01');
  expect(() => requireLasting(head, lasting)).not.toThrow();
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
