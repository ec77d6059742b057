import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { dispatchStage, people, type DispatchStage } from '../../support/dispatch';

let stage: DispatchStage;
let order: unknown;
beforeAll(async () => {
  stage = await dispatchStage();
  order = (await stage.order())['id'];
});
afterAll(() => stage.dayu.close());

const traced = async (id: unknown, as: Actor | undefined) => {
  const { data, errors } = await stage.dayu.ask(
    'query ($id: UUID!) { dayu { trace(id: $id) { upward { id } downward { id } hidden } } }',
    { id },
    { as },
  );
  return { data, errors: errors?.map(({ message, extensions }) => [message, extensions['code']]) };
};

test('who reads an order reads where it comes from', async () => {
  const { data } = await traced(order, people.dispatcher);
  expect(JSON.stringify(data)).toMatch(/"(upward|downward)":\[\{"id"/);
});

test.each<[string, Actor | undefined]>([
  ['a department’s officer', { subject: 'officer', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' }],
  [
    'a community’s secretary',
    { subject: 'secretary', role: 'COMMUNITY_SECRETARY', street: 'DAYU', community: '110109001001' },
  ],
  ['an anonymous request', undefined],
])('to %s, a thing that they do not read is as one that is not there', async (_, as) => {
  expect(await traced(order, as)).toEqual(await traced(randomUUID(), as));
});
