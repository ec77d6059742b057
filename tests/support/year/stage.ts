import type { Actor } from '@mtg/access';
import { localDay, type Clock, type LocalDay } from '@mtg/governance';
import { cadenceTask } from '../../../packages/street/src/cadence/sweep';
import { definition as dayuDefinition, profile } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { peopleOf } from '../actors';
import { give, type Selected } from '../commands';
import { startTestSubgraph, type TestSubgraph } from '../test-subgraph';

export const STREET = 'DAYU';
export const people = peopleOf(STREET);
export const COMMUNITY = '110109001001';

type Input = Readonly<Record<string, unknown>>;

/** A street and its district with one clock, by which they live through a year. All is done by commands. */
export interface YearStage {
  readonly district: TestSubgraph;
  readonly dayu: TestSubgraph;
  today(): LocalDay;
  /** The next instant, as an input of a command. */
  instant(): string;
  /** Goes on to a day, by default at nine in the morning. Time never goes back. */
  on(day: LocalDay, time?: string): void;
  /** Gives the street a command that goes well. @returns what was selected of the payload */
  street(command: string, input: Input, as: Actor, selection: string): Promise<Selected>;
  /** The same for the district. */
  districtDoes(command: string, input: Input, as: Actor, selection: string): Promise<Selected>;
  /** Id of the row that a command of the street made. */
  make(row: string, command: string, input: Input, as: Actor): Promise<string>;
  /** Steps of a command that are not looked at. */
  step(command: string, input: Input, as: Actor): Promise<void>;
  /** Runs the platform’s checks over time as of now. @returns every finding of these rules, or of all others */
  findings(only?: { readonly of?: string; readonly but?: string }): Promise<readonly string[]>;
  /** Answer of the street to a query. */
  read(query: string, as: Actor): Promise<Selected>;
  /** Commands that were given, all of which went well. */
  readonly count: { commands: number };
  close(): Promise<void>;
}

export async function yearStage(start: LocalDay): Promise<YearStage> {
  let time = Date.parse(`${start}T09:00:00+08:00`);
  const clock: Clock = { now: () => new Date((time += 1000)) };
  const now = () => new Date(time);
  const district = await startTestSubgraph(districtDefinition, { clock });
  const districtUrl = `${district.address}/graphql`;
  const dayu = await startTestSubgraph(dayuDefinition, { clock, districtUrl });
  const context = { database: dayu.runtime, clock, owner: STREET, logger: console };
  const cadence = cadenceTask(60, profile, districtUrl);
  const count = { commands: 0 };
  const at = (subgraph: TestSubgraph, namespace: string): YearStage['street'] => {
    return async (command, input, as, selection) => {
      const { payload, errors } = await give(subgraph, namespace, command, input, selection, { as });
      if (!payload || errors.length > 0) {
        throw new Error(`${localDay(now())} ${command} by ${as.role}: ${JSON.stringify(errors)}`);
      }
      count.commands += 1;
      return payload;
    };
  };
  const street = at(dayu, 'dayu');
  const districtDoes = at(district, 'district');
  await districtDoes('setJudgementStart', { streetCode: STREET, since: start }, people.office, '__typename');
  return {
    district,
    dayu,
    today: () => localDay(now()),
    instant: () => clock.now().toISOString(),
    on: (day, hour = '09:00') => {
      const next = Date.parse(`${day}T${hour}:00+08:00`);
      if (next < time) throw new Error(`${day} ${hour} lies before ${now().toISOString()}`);
      time = next;
    },
    street,
    districtDoes,
    make: async (row, command, input, as) => {
      const payload = await street(command, input, as, `${row} { id }`);
      return String((payload[row] as Selected)['id']);
    },
    step: async (command, input, as) => {
      await street(command, input, as, '__typename');
    },
    findings: async ({ of, but } = {}) => {
      await cadence.run(context);
      const rows = await dayu.store.query(
        `SELECT rule, period, subject, state FROM rule_finding ORDER BY rule, period, subject`,
      );
      return rows
        .filter(({ rule }) => (of === undefined || rule === of) && rule !== but)
        .map(({ rule, period, subject, state }) => [rule, period, subject, state].join(' '));
    },
    read: async (query, as) => {
      const { data, errors } = await dayu.ask(`{ dayu { ${query} } }`, {}, { as });
      if (errors) throw new Error(JSON.stringify(errors));
      // The street’s namespace is the one field that was asked for.
      return (data as { dayu: Selected }).dayu;
    },
    count,
    close: async () => {
      await dayu.close();
      await district.close();
    },
  };
}
