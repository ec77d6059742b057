import { actAs } from '../../test-support/act';
import {
  acceptedServiceProject,
  evaluatedServiceProject,
  reachedMilestone,
  startedServiceProject,
  terminatedServiceProject,
} from './service-project';

const head = actAs('CENTER_HEAD');
const TERM = { startsOn: '2026-11-18', endsOn: '2027-05-31' };
const CITED = {
  need: { title: '助老服务', catalogueNumber: '门社工〔2026〕1号', catalogueYear: 2026, inForce: true },
  organization: { name: '夕阳红', kind: 'PROFESSIONAL', since: '2020-01-01' },
};
const started = { state: 'IN_PROGRESS', version: 1, startsOn: '2026-11-10', acceptedOn: null } as const;

test('a project that cites the catalogue and an organization starts, and goes to its evaluation', () => {
  expect(startedServiceProject(head, TERM, CITED)).toMatchObject({ ...TERM, state: 'IN_PROGRESS' });
  expect(reachedMilestone(head, started, '2026-11-18')).toEqual({ reachedOn: '2026-11-18' });
  const accepted = { acceptedOn: '2026-11-18', acceptance: '合格' };
  expect(acceptedServiceProject(head, started, accepted)).toEqual({ state: 'ACCEPTED', ...accepted });
  expect(evaluatedServiceProject(head, { ...started, state: 'ACCEPTED' }, { evaluation: '好' })).toEqual({
    state: 'EVALUATED',
    evaluatedOn: '2026-11-18',
    evaluation: '好',
  });
  expect(terminatedServiceProject(head, started, '退出')).toEqual({ state: 'TERMINATED', reason: '退出' });
});

test('what does not hold is refused', () => {
  expect(() => startedServiceProject(head, { ...TERM, endsOn: '2026-11-17' }, CITED)).toThrow('input.endsOn');
  expect(() => startedServiceProject(head, TERM, { ...CITED, need: null })).toThrow('R30 needId');
  expect(() => reachedMilestone(head, started, '2026-11-19')).toThrow('input.reachedOn');
  expect(() => acceptedServiceProject(head, started, { acceptedOn: '2026-11-19', acceptance: '' })).toThrow(
    'input.acceptedOn',
  );
  expect(() => evaluatedServiceProject(head, started, { evaluation: '好' })).toThrow(
    'serviceProject IN_PROGRESS',
  );
  expect(() => reachedMilestone(head, { ...started, state: 'ACCEPTED' }, '2026-11-18')).toThrow('ACCEPTED');
});

test('results come after the beginning', () => {
  const accepted = { acceptedOn: '2026-11-09', acceptance: '合格' };
  expect(() => reachedMilestone(head, started, '2026-11-09')).toThrow('2026-11-10');
  expect(() => acceptedServiceProject(head, started, accepted)).toThrow('input.acceptedOn');
});

test('an evaluation follows the acceptance, and may be recorded later', () => {
  const accepted = { ...started, state: 'ACCEPTED', acceptedOn: '2026-11-12' } as const;
  const on = (evaluatedOn: string) =>
    evaluatedServiceProject(head, accepted, { evaluation: '好', evaluatedOn });
  expect(on('2026-11-12').evaluatedOn).toBe('2026-11-12');
  expect(() => on('2026-11-11')).toThrow('input.evaluatedOn: 2026-11-11 早于验收的 2026-11-12');
  expect(() => on('2026-11-19')).toThrow('input.evaluatedOn: 2026-11-19 晚于今天');
});
