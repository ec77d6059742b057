import { actAs } from '../../test-support/act';
import {
  acceptedServiceProject,
  evaluatedServiceProject,
  reachedMilestone,
  startedServiceProject,
  terminatedServiceProject,
} from './service-project';

const head = actAs('CENTER_HEAD');
const TERM = {
  startsOn: '2026-11-18',
  endsOn: '2027-05-31',
  title: '助老项目',
  content: '每周一次',
  milestones: [{ title: '启动' }],
};
const { milestones: _, ...DATED } = TERM;
const CITED = {
  need: { title: '助老服务', catalogueNumber: '门社工〔2026〕1号', catalogueYear: 2026, inForce: true },
  organization: { name: '夕阳红', kind: 'PROFESSIONAL', since: '2020-01-01' },
};
const started = {
  state: 'IN_PROGRESS',
  version: 1,
  startsOn: '2026-11-10',
  content: '每周一次',
  acceptedOn: null,
  acceptance: null,
} as const;

test('a project that cites the catalogue and an organization starts, and goes to its evaluation', () => {
  expect(startedServiceProject(head, TERM, CITED)).toMatchObject({
    ...DATED,
    state: 'IN_PROGRESS',
  });
  expect(reachedMilestone(head, started, '2026-11-18')).toEqual({
    reachedOn: '2026-11-18',
    reachedAt: head.now,
  });
  const accepted = { acceptedOn: '2026-11-18', acceptance: '合格' };
  expect(acceptedServiceProject(head, started, accepted, [])).toEqual({
    state: 'ACCEPTED',
    acceptedAt: head.now,
    ...accepted,
  });
  expect(evaluatedServiceProject(head, { ...started, state: 'ACCEPTED' }, { evaluation: '好' })).toEqual({
    state: 'EVALUATED',
    evaluatedOn: '2026-11-18',
    evaluatedAt: head.now,
    evaluation: '好',
  });
  expect(terminatedServiceProject(head, started, '退出')).toEqual({ state: 'TERMINATED', reason: '退出' });
});

test('what does not hold is refused', () => {
  expect(() => startedServiceProject(head, { ...TERM, endsOn: '2026-11-17' }, CITED)).toThrow('input.endsOn');
  expect(() => startedServiceProject(head, TERM, { ...CITED, need: null })).toThrow('R30 needId');
  expect(() => reachedMilestone(head, started, '2026-11-19')).toThrow('input.reachedOn');
  expect(() =>
    acceptedServiceProject(head, started, { acceptedOn: '2026-11-19', acceptance: '合格' }, []),
  ).toThrow('input.acceptedOn');
  expect(() => evaluatedServiceProject(head, started, { evaluation: '好' })).toThrow(
    'serviceProject IN_PROGRESS',
  );
  expect(() => reachedMilestone(head, { ...started, state: 'ACCEPTED' }, '2026-11-18')).toThrow('ACCEPTED');
});

test('results come after the beginning', () => {
  const accepted = { acceptedOn: '2026-11-09', acceptance: '合格' };
  expect(() => reachedMilestone(head, started, '2026-11-09')).toThrow('2026-11-10');
  expect(() => acceptedServiceProject(head, started, accepted, [])).toThrow('input.acceptedOn');
});

test('an evaluation follows the acceptance, and may be recorded later', () => {
  const accepted = { ...started, state: 'ACCEPTED', acceptedOn: '2026-11-12' } as const;
  const on = (evaluatedOn: string) =>
    evaluatedServiceProject(head, accepted, { evaluation: '好', evaluatedOn });
  expect(on('2026-11-12').evaluatedOn).toBe('2026-11-12');
  expect(() => on('2026-11-11')).toThrow('input.evaluatedOn: 2026-11-11 早于验收的 2026-11-12');
  expect(() => on('2026-11-19')).toThrow('input.evaluatedOn: 2026-11-19 晚于今天');
});

test('an acceptance does not precede a milestone that was reached', () => {
  const on = (acceptedOn: string) =>
    acceptedServiceProject(head, started, { acceptedOn, acceptance: '合格' }, ['2026-11-14', '2026-11-12']);
  expect(on('2026-11-14')).toMatchObject({ acceptedOn: '2026-11-14' });
  expect(() => on('2026-11-13')).toThrow('input.acceptedOn: 2026-11-13 早于已完成节点的 2026-11-14');
});

test('after the acceptance a milestone is recorded that was reached by then', () => {
  for (const state of ['ACCEPTED', 'EVALUATED'] as const) {
    const accepted = { ...started, state, acceptedOn: '2026-11-12', acceptance: '合格' };
    expect(reachedMilestone(head, accepted, '2026-11-12')).toMatchObject({ reachedOn: '2026-11-12' });
    expect(() => reachedMilestone(head, accepted, '2026-11-13')).toThrow(
      'input.reachedOn: 2026-11-13 晚于验收的',
    );
    expect(() => reachedMilestone(head, accepted, '2026-11-09')).toThrow('input.reachedOn');
  }
  const stopped = { ...started, state: 'TERMINATED' } as const;
  expect(() => reachedMilestone(head, stopped, '2026-11-12')).toThrow('serviceProject TERMINATED');
});

test('title, content, acceptance and evaluation are not one text', () => {
  expect(() => startedServiceProject(head, { ...TERM, content: '助老项目' }, CITED)).toThrow('input.content');
  const twice = [{ title: '启动' }, { title: '启动' }];
  expect(() => startedServiceProject(head, { ...TERM, milestones: twice }, CITED)).toThrow(
    'input.milestones.1.title',
  );
  const copied = { acceptedOn: '2026-11-18', acceptance: '每周一次' };
  expect(() => acceptedServiceProject(head, started, copied, [])).toThrow('input.acceptance');
  const accepted = { ...started, state: 'ACCEPTED', acceptedOn: '2026-11-18', acceptance: '合格' } as const;
  for (const evaluation of ['合格', '每周一次']) {
    expect(() => evaluatedServiceProject(head, accepted, { evaluation })).toThrow(
      'input.evaluation: 社区评价与',
    );
  }
});
