import type { Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { centerHead, communitySecretary, peopleOf } from '../../support/actors';
import { give, written, type CommandAnswer, type Selected } from '../../support/commands';
import { runsOf } from '../../support/runs';
import { FORGED } from '../../support/sequence-street';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { office, government, leader, auditor } = peopleOf('DAYU');
const COMMUNITY = '110109001001';
const head = centerHead('DAYU', 'HEALTH');
const secretary = communitySecretary('DAYU', COMMUNITY);

let now = new Date('2026-03-09T02:00:00Z');
const clock = { now: () => now };
let district: TestSubgraph;
let dayu: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock });
  dayu = await startTestSubgraph(dayuDefinition, { clock, districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await dayu.close();
  await district.close();
});

let serial = 0;
const must = (answer: CommandAnswer, name: string): Selected => {
  if (!answer.payload) throw new Error(JSON.stringify(answer.errors));
  return written(answer.payload, name);
};
const atDistrict = (command: string, input: object, selection: string, as: Actor = office) =>
  give(district, 'district', command, { ...input }, selection, { as });
const atStreet = (command: string, input: object, selection: string, as: Actor = head) =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });

const register = async (more: object = {}): Promise<string> => {
  const organization = { kind: 'PROFESSIONAL', name: `夕阳红${(serial += 1)}`, serviceField: '助老' };
  const input = { ...organization, since: '2026-01-01', ...more };
  const answer = await atDistrict('registerOrganization', input, 'socialOrganization { id }');
  return String(must(answer, 'socialOrganization')['id']);
};
const survey = async (concludedOn = '2026-02-01'): Promise<Selected> => {
  const asked = { year: 2026, title: '需求调查', method: '问卷', respondents: 900 };
  const needs = [{ title: '助老', mentions: 400 }];
  const input = { ...asked, startedOn: '2026-01-10', concludedOn, needs };
  const selection = 'needsSurvey { id surveyedNeeds { id mentions } }';
  return must(await atDistrict('recordNeedsSurvey', input, selection), 'needsSurvey');
};
const CATALOGUE = 'procurementCatalogue { id version year inForce needs { id number title } }';
const statement = (surveyId: string | null, more: object = {}) => ({
  number: `门社工〔2026〕${(serial += 1)}号`,
  title: '需求目录',
  issuedOn: '2026-03-01',
  surveyId,
  needs: [{ title: '助老服务', content: '每周一次' }],
  ...more,
});
const issue = (year: number, more: object, as?: Actor) =>
  atDistrict('issueProcurementCatalogue', { year, ...more }, CATALOGUE, as);
const correct = (procurementCatalogueId: string, more: object) =>
  atDistrict('correctProcurementCatalogue', { procurementCatalogueId, reason: '漏项', ...more }, CATALOGUE);

const PROJECT = {
  centerCode: 'HEALTH',
  communityCode: COMMUNITY,
  title: '助老项目',
  content: '每周一次',
  amount: '20000.50',
  startsOn: '2026-03-09',
  endsOn: '2026-08-31',
  milestones: [{ title: '启动', dueOn: '2026-03-09' }],
};
const start = (cited: object, as?: Actor) =>
  atStreet(
    'startServiceProject',
    { ...PROJECT, ...cited },
    'serviceProject { id version state amount milestones { id } need { id } catalogueNumber }',
    as,
  );
const refusal = (answer: { errors: readonly { extensions: Readonly<Record<string, unknown>> }[] }) =>
  answer.errors[0]?.extensions;
const rows = () => dayu.store.query('SELECT * FROM service_project ORDER BY id');

test('survey, catalogue, need and project: procured, accepted, and evaluated by the community (R30)', async () => {
  const { id: surveyId, surveyedNeeds } = await survey();
  const needs = [{ title: '助老服务', content: '每周一次', surveyedNeedId: surveyedNeeds[0].id }];
  const issued = await issue(2026, statement(surveyId, { needs }));
  expect(issued.errors).toEqual([]);
  const catalogue = must(issued, 'procurementCatalogue');
  expect(catalogue).toMatchObject({ year: 2026, inForce: true });
  const [need] = catalogue['needs'];
  const organizationId = await register();

  const started = await start({ needId: need.id, organizationId });
  expect(started.errors).toEqual([]);
  const project = must(started, 'serviceProject');
  expect(project).toMatchObject({ state: 'IN_PROGRESS', amount: '20000.50', need: { id: need.id } });
  const serviceProjectId: string = project['id'];
  const step = (command: string, input: object, as?: Actor) =>
    atStreet(command, { serviceProjectId, ...input }, 'serviceProject { state evaluation }', as);

  const serviceMilestoneId: string = project['milestones'][0].id;
  const reach = () =>
    atStreet(
      'reachMilestone',
      { serviceMilestoneId, reachedOn: '2026-03-09' },
      'serviceMilestone { reachedOn }',
    );
  expect((await reach()).payload).toEqual({ serviceMilestone: { reachedOn: '2026-03-09' } });
  expect(refusal(await reach())).toMatchObject({ code: 'CONFLICT' });
  // Not before it is accepted.
  expect(refusal(await step('evaluateServiceProject', { evaluation: '好' }, secretary))).toMatchObject({
    code: 'CONFLICT',
  });
  await step('acceptServiceProject', { acceptedOn: '2026-03-09', acceptance: '合格' });
  expect(refusal(await step('terminateServiceProject', { reason: '退出' }))).toMatchObject({
    code: 'CONFLICT',
  });
  const early = { evaluation: '居民满意', evaluatedOn: '2026-03-08' };
  expect(refusal(await step('evaluateServiceProject', early, secretary))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.evaluatedOn',
  });
  const evaluated = await step('evaluateServiceProject', { evaluation: '居民满意' }, secretary);
  expect(evaluated.payload).toEqual({ serviceProject: { state: 'EVALUATED', evaluation: '居民满意' } });

  const chain = `{ dayu { trace(id: "${serviceProjectId}") { upward { typeName title } downward { typeName } } } }`;
  expect((await dayu.ask(chain, {}, { as: leader })).data).toEqual({
    dayu: {
      trace: {
        upward: [
          { typeName: 'ProcurementNeed', title: '助老服务' },
          { typeName: 'ProcurementCatalogue', title: expect.stringMatching(/^门社工/u) },
          { typeName: 'NeedsSurvey', title: '需求调查' },
        ],
        downward: [{ typeName: 'ServiceMilestone' }],
      },
    },
  });
});

test('what was done earlier is recorded later, and shown as such (R30)', async () => {
  const { id: surveyId } = await survey();
  const catalogue = must(await issue(2031, statement(surveyId)), 'procurementCatalogue');
  const cited = { needId: catalogue['needs'][0].id, organizationId: await register() };
  const milestones = ['启动', '中期', '结项'].map((title) => ({ title, dueOn: '2026-03-05' }));
  const started = must(await start({ ...cited, startsOn: '2026-03-02', milestones }), 'serviceProject');
  const serviceProjectId = String(started['id']);
  const [first, second, third]: readonly Selected[] = started['milestones'];
  const reach = (milestone: Selected | undefined, reachedOn: string) =>
    atStreet(
      'reachMilestone',
      { serviceMilestoneId: milestone?.['id'], reachedOn },
      'serviceMilestone { reachedOn reachedLate }',
    );
  const at = (reachedOn: string, reachedLate: boolean) => ({ serviceMilestone: { reachedOn, reachedLate } });
  expect((await reach(first, '2026-03-07')).payload).toEqual(at('2026-03-07', true));
  const accept = { serviceProjectId, acceptedOn: '2026-03-08', acceptance: '合格' };
  const early = await atStreet('acceptServiceProject', { ...accept, acceptedOn: '2026-03-06' }, '__typename');
  expect(refusal(early)).toMatchObject({ field: 'input.acceptedOn' });
  const accepted = await atStreet('acceptServiceProject', accept, 'serviceProject { acceptedLate }');
  expect(accepted.payload).toEqual({ serviceProject: { acceptedLate: true } });
  expect(refusal(await reach(second, '2026-03-09'))).toMatchObject({ field: 'input.reachedOn' });
  expect((await reach(second, '2026-03-08')).payload).toEqual(at('2026-03-08', true));
  const evaluate = (more: object) =>
    atStreet(
      'evaluateServiceProject',
      { serviceProjectId, evaluation: '居民满意', ...more },
      'serviceProject { evaluatedLate }',
      secretary,
    );
  expect(refusal(await evaluate({ evaluation: '合格' }))).toMatchObject({ field: 'input.evaluation' });
  expect((await evaluate({})).payload).toEqual({ serviceProject: { evaluatedLate: false } });
  expect((await reach(third, '2026-03-04')).payload).toEqual(at('2026-03-04', true));
});

test('one catalogue a year, on a survey, issued by 区委社会工委 alone; a correction replaces it (R30)', async () => {
  const { id: surveyId } = await survey();
  const late = await survey('2026-03-08');
  const of2027 = (more: object, as?: Actor) => issue(2027, statement(surveyId, more), as);
  const broken = (missing: string) => ({ code: 'RULE_VIOLATION', rule: 'R30', missing: [missing] });
  expect(refusal(await of2027({}, government))).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R30' });
  expect(refusal(await of2027({ surveyId: null }))).toMatchObject(broken('surveyId'));
  expect(refusal(await of2027({ surveyId: late['id'] }))).toMatchObject(broken('surveyId'));
  expect(refusal(await of2027({ issuedOn: '2026-03-10' }))).toMatchObject(broken('issuedOn'));
  expect(refusal(await of2027({ needs: [] }))).toMatchObject(broken('needs'));
  const foreign = [{ title: '助老', content: '每周', surveyedNeedId: late['surveyedNeeds'][0].id }];
  expect(refusal(await of2027({ needs: foreign }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.needs.0.surveyedNeedId',
  });
  expect(await district.store.query('SELECT * FROM procurement_catalogue WHERE year = 2027')).toEqual([]);

  const first = must(await of2027({}), 'procurementCatalogue');
  expect(refusal(await of2027({}))).toMatchObject(broken('year'));
  const before = await correct(first['id'], statement(surveyId, { issuedOn: '2026-02-28' }));
  expect(refusal(before)).toMatchObject({ field: 'input.issuedOn' });
  const second = must(await correct(first['id'], statement(surveyId)), 'procurementCatalogue');
  expect(second).toMatchObject({ year: 2027, inForce: true });
  expect(refusal(await correct(first['id'], statement(surveyId)))).toMatchObject({ code: 'CONFLICT' });
  const { data } = await district.ask(
    `{ district { procurementCatalogue(id: "${first['id']}") { inForce correction { id previous { reason } } } } }`,
    {},
    { as: auditor },
  );
  expect(data).toEqual({
    district: {
      procurementCatalogue: { inForce: false, correction: { id: second['id'], previous: { reason: null } } },
    },
  });
  const change = (sql: string) => district.runtime.query(sql);
  await expect(change(`UPDATE procurement_catalogue SET title = 'x'`)).rejects.toThrow('in nothing else');
  await expect(change(`UPDATE procurement_need SET title = 'x'`)).rejects.toThrow('permission denied');
  // The streets cite what is there now, and nothing of what it replaced.
  const organizationId = await register();
  const replaced = await start({ needId: first['needs'][0].id, organizationId });
  expect(refusal(replaced)).toMatchObject(broken('needId'));
  expect((await start({ needId: second['needs'][0].id, organizationId })).errors).toEqual([]);
});

describe('a refusal changes nothing', () => {
  let needId: string;
  let organizationId: string;
  beforeAll(async () => {
    const { id } = await survey();
    const issued = await issue(2028, statement(id));
    needId = must(issued, 'procurementCatalogue')['needs'][0].id;
    organizationId = await register();
  });

  test.each<[string, () => Promise<object>, object]>([
    ['a need of no catalogue', async () => ({ needId: FORGED }), { rule: 'R30', missing: ['needId'] }],
    [
      'no registered organization',
      async () => ({ organizationId: FORGED }),
      { rule: 'R30', missing: ['organizationId'] },
    ],
    [
      'an organization that has left',
      async () => {
        const socialOrganizationId = await register();
        const left = { socialOrganizationId, until: '2026-03-08' };
        expect((await atDistrict('endOrganization', left, '__typename')).errors).toEqual([]);
        return { organizationId: socialOrganizationId };
      },
      { rule: 'R30', missing: ['organizationId'] },
    ],
    ['a term that ends before it begins', async () => ({ endsOn: '2026-03-08' }), { field: 'input.endsOn' }],
    [
      'a content that repeats its title',
      async () => ({ content: PROJECT.title }),
      { field: 'input.content' },
    ],
    ['a title without words', async () => ({ title: '!!!' }), { field: 'input.title' }],
    [
      'the same milestone twice',
      async () => ({ milestones: [...PROJECT.milestones, ...PROJECT.milestones] }),
      { field: 'input.milestones.1.title' },
    ],
    [
      'an organization that was not registered when it began',
      async () => ({ startsOn: '2026-01-01', organizationId: await register({ since: '2026-01-02' }) }),
      { rule: 'R30', missing: ['organizationId'] },
    ],
    ['no amount', async () => ({ amount: '0.00' }), { field: 'input.amount' }],
    ['an amount below zero', async () => ({ amount: '-1' }), { field: 'input.amount' }],
    [
      'a milestone outside of the term',
      async () => ({ milestones: [{ title: '启动', dueOn: '2026-09-01' }] }),
      { field: 'input.milestones.0.dueOn' },
    ],
    ['no such community', async () => ({ communityCode: '110109001999' }), { code: 'NOT_FOUND' }],
  ])('a project with %s', async (_, more, expected) => {
    const changes = await more();
    const before = await rows();
    expect(refusal(await start({ needId, organizationId, ...changes }))).toMatchObject(expected);
    expect(await rows()).toEqual(before);
  });

  test('a name or number that is registered already', async () => {
    const organization = { kind: 'HUB', name: '星火中心', serviceField: '枢纽', registrationNumber: 'A1' };
    await register(organization);
    const again = (more: object) =>
      atDistrict('registerOrganization', { ...organization, since: '2026-01-01', ...more }, '__typename');
    expect(refusal(await again({ registrationNumber: 'B2' }))).toMatchObject({ field: 'input.name' });
    expect(refusal(await again({ name: '另一中心' }))).toMatchObject({ field: 'input.registrationNumber' });
  });
});

/** Sequences that are tried, each of up to so many steps. */
const [RUNS, LONGEST] = [12, 10];
const which = fc.nat({ max: 4 });
const ACTS = ['CORRECT', 'ISSUE', 'REGISTER', 'LEAVE', 'START', 'START', 'START', 'START'] as const;
/** Days on which a project begins: organizations of a run are registered from the second on, those that leave do so before the third. */
const [BEFORE, REGISTERED, TODAY] = ['2025-12-31', '2026-01-01', '2026-03-09'];
const startsOn = fc.constantFrom(TODAY, TODAY, REGISTERED, BEFORE);
const step = fc.record({ act: fc.constantFrom(...ACTS), first: which, second: which, startsOn });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Catalogue {
  readonly id: string;
  readonly need: string;
  inForce: boolean;
}

interface Organization {
  readonly id: string;
  here: boolean;
}

/** Catalogues and organizations that a run has made, newest last. An index beyond them names nothing. */
class Scene {
  readonly catalogues: Catalogue[] = [];
  readonly organizations: Organization[] = [];
}

let year = 2100;

async function take(scene: Scene, surveyId: string, { act, first, second, ...of }: Step): Promise<void> {
  switch (act) {
    case 'REGISTER':
      scene.organizations.push({ id: await register(), here: true });
      return;
    case 'LEAVE': {
      const leaver = scene.organizations[first];
      if (!leaver) return;
      await atDistrict(
        'endOrganization',
        { socialOrganizationId: leaver.id, until: '2026-03-08' },
        '__typename',
      );
      leaver.here = false;
      return;
    }
    case 'START':
      return tryToStart(of.startsOn, scene.catalogues[first], scene.organizations[second]);
    case 'ISSUE':
    case 'CORRECT':
      return replace(scene, surveyId, act === 'CORRECT' ? scene.catalogues[first] : undefined);
  }
}

/** A correction replaces its own catalogue, and that of a later year all before it once its year begins. */
async function replace(scene: Scene, surveyId: string, of: Catalogue | undefined): Promise<void> {
  const answer = of
    ? await correct(of.id, statement(surveyId))
    : await issue((year += 1), statement(surveyId));
  const made = answer.payload?.['procurementCatalogue'];
  if (!made) return;
  if (!of) await beginYear(scene);
  for (const each of scene.catalogues) if (!of || each === of) each.inForce = false;
  scene.catalogues.push({ id: made.id, need: made.needs[0].id, inForce: made.inForce });
}

/** A catalogue may be issued early: until its year begins, the one before it stands. */
async function beginYear({ catalogues }: Scene): Promise<void> {
  const standing = catalogues.find(({ inForce }) => inForce);
  if (standing) {
    const { data } = await district.ask(
      `{ district { procurementCatalogue(id: "${standing.id}") { inForce } } }`,
      {},
      { as: auditor },
    );
    expect(data).toEqual({ district: { procurementCatalogue: { inForce: true } } });
  }
  now = new Date(Date.UTC(year, 0, 1));
}

/** True to the rule: what is lawful starts, and nothing else does. */
async function tryToStart(
  startsOn: string,
  catalogue?: Catalogue,
  organization?: Organization,
): Promise<void> {
  const cited = {
    startsOn,
    milestones: [],
    needId: catalogue?.need ?? FORGED,
    organizationId: organization?.id ?? FORGED,
  };
  const { payload, errors } = await start(cited);
  const isLawful = (catalogue?.inForce ?? false) && (organization?.here ?? false) && startsOn >= REGISTERED;
  expect({ isLawful, started: payload !== null }).toEqual({ isLawful, started: isLawful });
  if (!isLawful) expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R30' });
}

test('surveys, catalogue and projects are counted by year (R30)', async () => {
  await survey();
  await start({ needId: FORGED, organizationId: FORGED });
  const ofDistrict = await district.ask(
    `{ district { needStatistics(year: 2026) {
      year surveys respondents surveyedNeeds catalogueNumber catalogueNeeds restingOnSurveyedNeeds } } }`,
    {},
    { as: office },
  );
  const [known] = await district.store.query(
    `SELECT (SELECT count(*) FROM needs_survey)::int AS surveys, (SELECT count(*) FROM surveyed_need)::int AS needs,
       catalogue.number, count(need.id)::int AS listed, count(need.surveyed_need_id)::int AS resting
     FROM procurement_catalogue catalogue JOIN procurement_need need ON need.catalogue_id = catalogue.id
     WHERE catalogue.year = 2026 AND superseded_at IS NULL GROUP BY catalogue.number`,
  );
  expect(known?.['surveys']).toBeGreaterThan(1);
  expect(ofDistrict.data).toEqual({
    district: {
      needStatistics: [
        {
          year: 2026,
          surveys: known?.['surveys'],
          respondents: 900 * Number(known?.['surveys']),
          surveyedNeeds: known?.['needs'],
          catalogueNumber: known?.['number'],
          catalogueNeeds: known?.['listed'],
          restingOnSurveyedNeeds: known?.['resting'],
        },
      ],
    },
  });
  const selection = 'year projects inProgress accepted evaluated terminated agreed spent';
  const ofStreet = async (as: Actor) => {
    const { data } = await dayu.ask(`{ dayu { procurementStatistics { ${selection} } } }`, {}, { as });
    return (data as { dayu: { procurementStatistics: Selected[] } }).dayu.procurementStatistics;
  };
  const [counted, ...none] = await ofStreet(leader);
  const states = (await rows()).map(({ state }) => state);
  const inState = (state: string): number => states.filter((each) => each === state).length;
  expect(counted).toEqual({
    year: 2026,
    projects: states.length,
    inProgress: inState('IN_PROGRESS'),
    accepted: inState('ACCEPTED'),
    evaluated: inState('EVALUATED'),
    terminated: inState('TERMINATED'),
    agreed: (20000.5 * states.length).toFixed(2),
    spent: '0.00',
  });
  expect(none).toEqual([]);
  // Money is not for everyone who reads of the projects.
  expect(await ofStreet(secretary)).toEqual([{ ...counted, spent: null }]);
});

test('whatever comes before, a project starts by a need of the catalogue in force and a registered organization, or not at all', async () => {
  const { id: surveyId } = await survey();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: LONGEST }), async (steps) => {
      const scene = new Scene();
      now = new Date(now.getTime() + 1000);
      const first = { act: 'ISSUE', first: 0, second: 0, startsOn: TODAY } as const;
      for (const each of [first, { ...first, act: 'REGISTER' } as const, ...steps])
        await take(scene, surveyId, each);
    }),
    { numRuns: runsOf(RUNS) },
  );
});

const day = fc.integer({ min: 2, max: 11 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`);
const courseStep = fc.record({
  command: fc.constantFrom(
    'reachMilestone',
    'reachMilestone',
    'acceptServiceProject',
    'acceptServiceProject',
    'evaluateServiceProject',
    'evaluateServiceProject',
    'terminateServiceProject',
  ),
  day,
  words: fc.constantFrom('合格', '居民满意', PROJECT.content),
  which: fc.nat({ max: 1 }),
});

test('whatever comes before, no milestone follows the acceptance, and no text is said twice (R30)', async () => {
  now = new Date('2026-03-10T02:00:00Z');
  const { id: surveyId } = await survey();
  const catalogue = must(await issue((year += 1), statement(surveyId)), 'procurementCatalogue');
  const cited = { needId: catalogue['needs'][0].id, organizationId: await register() };
  const milestones = ['启动', '结项'].map((title) => ({ title, dueOn: '2026-03-09' }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(courseStep, { minLength: 7, maxLength: LONGEST, size: 'max' }),
      async (steps) => {
        const started = must(await start({ ...cited, startsOn: '2026-03-03', milestones }), 'serviceProject');
        for (const { command, day: on, words, which: at } of steps) {
          const serviceMilestoneId = started['milestones'][at].id;
          const input = {
            reachMilestone: { serviceMilestoneId, reachedOn: on },
            acceptServiceProject: { serviceProjectId: started['id'], acceptedOn: on, acceptance: words },
            evaluateServiceProject: { serviceProjectId: started['id'], evaluatedOn: on, evaluation: words },
            terminateServiceProject: { serviceProjectId: started['id'], reason: words },
          }[command];
          await atStreet(
            command,
            input ?? {},
            '__typename',
            command.startsWith('evaluate') ? secretary : head,
          );
        }
      },
    ),
    { numRuns: runsOf(RUNS) },
  );
  const [{ reached, accepted, broken } = {}] = await dayu.store.query(`
    SELECT count(milestone.reached_on)::int AS reached, count(project.accepted_on)::int AS accepted,
      count(*) FILTER (WHERE milestone.reached_on NOT BETWEEN project.starts_on AND coalesce(project.accepted_on, '2026-03-10')
        OR milestone.reached_at IS NULL AND milestone.reached_on IS NOT NULL
        OR project.accepted_on NOT BETWEEN project.starts_on AND '2026-03-10'
        OR project.evaluated_on NOT BETWEEN project.accepted_on AND '2026-03-10'
        OR project.acceptance = project.content OR project.evaluation IN (project.content, project.acceptance))::int AS broken
    FROM service_project project JOIN service_milestone milestone ON milestone.service_project_id = project.id
    WHERE project.starts_on = '2026-03-03'`);
  expect(broken).toBe(0);
  expect(reached).toBeGreaterThan(0);
  expect(accepted).toBeGreaterThan(0);
});

test('a year that ends without a catalogue is told from then on (R30)', async () => {
  const missing = async () => {
    const { data } = await district.ask(
      '{ district { missingCatalogues { year message } } }',
      {},
      { as: auditor },
    );
    return (data as { district: { missingCatalogues: readonly Selected[] } }).district.missingCatalogues;
  };
  const before = now;
  now = new Date('2029-12-31T02:00:00Z');
  expect(await missing()).toEqual([]);
  now = new Date('2029-12-31T16:00:00Z');
  expect(await missing()).toEqual([
    { year: 2029, message: expect.stringMatching(/2029 年没有.*No procurement/u) },
  ]);
  now = before;
});

test('while the district is down nothing is started, since nothing can be verified', async () => {
  await district.close();
  const answer = await start({ needId: FORGED, organizationId: FORGED });
  expect(refusal(answer)).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'district' });
  district = await startTestSubgraph(districtDefinition, { clock });
});
