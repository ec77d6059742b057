import type { Actor } from '@mtg/access';
import type { Clock } from '@mtg/governance';
import { centerHead, peopleOf } from '../../support/actors';
import { give, type CommandAnswer } from '../../support/commands';
import type { GraphQLAnswer, TestSubgraph } from '../../support/test-subgraph';
import { HEARD } from '../../support/heard-centers';

/** Two communities of 大峪, and one of 城子. */
export const [DELUYUAN, YUEJIYUAN, SHICHANGJIE] = ['110109001001', '110109001002', '110109002001'] as const;

/** A clock that goes on a second each time it is read, from wherever it was set. */
export function steppingClock(start: string): Clock & { set(instant: string): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date((at += 1000)),
    set: (instant) => {
      at = new Date(instant).getTime();
    },
  };
}

/** Answer of a command or a query, by the names of its fields. */
export type Row = NonNullable<CommandAnswer['payload']>;

/** The first error's code and message. */
export const refusal = ({ errors }: Pick<CommandAnswer, 'errors'>) => errors[0]?.extensions;

/** The steps of a street's weekly meetings, by those who take them. */
export function weeklyMeetingsOf(street: TestSubgraph, namespace: string, code: string) {
  const { dispatcher } = peopleOf(code);
  const health = centerHead(code, 'HEALTH');
  const run = (command: string, input: Record<string, unknown>, selection: string, as?: Actor) =>
    give(street, namespace, command, input, selection, { as });
  const must = async (answer: Promise<CommandAnswer>): Promise<Row> => {
    const { payload, errors } = await answer;
    if (!payload) throw new Error(JSON.stringify(errors));
    return payload;
  };
  const ask = (selection: string, as?: Actor): Promise<GraphQLAnswer> =>
    street.ask(`{ ${namespace} { ${selection} } }`, {}, { as });

  const convoke = async (kind = 'WEEKLY'): Promise<string> => {
    const input = { kind, title: '例会', scheduledAt: '2026-03-02T01:00:00Z' };
    const { meeting } = await must(run('convokeMeeting', input, 'meeting { id }', dispatcher));
    return meeting.id;
  };
  const take =
    (command: string) =>
    (meetingId: string, more: object = {}) =>
      must(run(command, { meetingId, ...more }, 'meeting { state }', dispatcher));
  const open = take('openMeeting');
  /** Closes a meeting; a weekly one hears the centers first (R21). */
  const close = async (meetingId: string, more: object = {}) => {
    for (const [command, input] of Object.entries(HEARD)) {
      const as = command === 'recordCenterReport' ? health : dispatcher;
      await run(command, { meetingId, ...input }, 'meeting { id }', as);
    }
    return take('closeMeeting')(meetingId, more);
  };
  const cancel = (meetingId: string) => take('cancelMeeting')(meetingId, { reason: '改期' });

  const propose = async (meetingId: string, communityCodes: readonly string[]): Promise<string> => {
    const input = { meetingId, centerCode: 'HEALTH', title: '义诊', content: '每户一次', communityCodes };
    const { weeklyItem } = await must(run('proposeWeeklyItem', input, 'weeklyItem { id }', health));
    return weeklyItem.id;
  };
  const decide = (weeklyItemId: string, outcome: 'PASSED' | 'NOT_PASSED') =>
    must(run('decideWeeklyItem', { weeklyItemId, outcome }, 'weeklyItem { state }', dispatcher));
  /** A meeting that has passed an item for these communities and is closed. */
  const passed = async (...communityCodes: readonly string[]) => {
    const meetingId = await convoke();
    const weeklyItemId = await propose(meetingId, communityCodes);
    await open(meetingId);
    await decide(weeklyItemId, 'PASSED');
    await close(meetingId);
    return { meetingId, weeklyItemId };
  };
  return { run, must, ask, convoke, open, close, cancel, propose, decide, passed };
}

/** A task with everything that rule R25 asks for. */
export const taskOf = (weeklyItemId: string | null, communityCode: string) => ({
  weeklyItemId,
  communityCode,
  goal: '覆盖全部独居老人',
  content: '上门测量血压',
  form: '入户',
  training: '三月五日集中培训',
  instructor: '王医生 69820000',
});
