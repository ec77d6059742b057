import type { Actor } from '@mtg/access';
import { CENTER_TYPES, localDay, yearOf, type Clock } from '@mtg/governance';
import type { AttachedFiles } from '@mtg/storage';
import { randomUUID } from 'node:crypto';
import { definition } from '../../subgraphs/dayu/src';
import { centerHead, centerStaff, peopleOf } from './actors';
import { give, type CommandAnswer } from './commands';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph';

type Input = Readonly<Record<string, unknown>>;
/** Answer of a command or a query, of any shape. */
export type Row = NonNullable<CommandAnswer['payload']>;

export const people = peopleOf('DAYU');
export const head = centerHead('DAYU', 'HEALTH');
export const staff = centerStaff('DAYU', 'HEALTH');
export const COMMUNITIES = ['110109001001', '110109001002'];

const WORK_ORDER = `workOrder { id version number state centerCode deadline reason parent { number }
  history { command fromState toState actor role reason oldDeadline newDeadline } }`;

/** The street 大峪 with what dispatch starts from: decisions, key points, delegations, minutes. */
export interface DispatchStage {
  readonly dayu: TestSubgraph;
  /** The street's clock, which stands still until it is set. */
  readonly clock: Clock;
  setTime(instant: string): void;
  run(command: string, input: Input, as?: Actor, selection?: string): Promise<CommandAnswer>;
  /** The same, of a command that is expected to go well; its work order, or its payload. */
  must(command: string, input: Input, as?: Actor, selection?: string): Promise<Row>;
  /** Answer of 大峪 to a query about one row or list, which is expected to be readable. */
  read(query: string, variables: Input, as: Actor): Promise<Row>;
  /** Adds a row past all commands, as the owner of the database. @returns its id */
  add(table: string, values: Input): Promise<string>;
  keyPoint(): Promise<string>;
  delegation(state: string, department?: string): Promise<string>;
  decision(subject: string, outcome?: string): Promise<string>;
  minutesItem(kind: string, minutesState: string, more?: MinutesOf): Promise<string>;
  project(values?: Input): Promise<string>;
  /** A complete draft of an order from a key point. */
  draft(values?: Input): Promise<Row>;
  order(values?: Input): Promise<Row>;
  /** An order that was taken to this state, step by step. */
  orderIn(state: string, values?: Input): Promise<Row>;
}

/** Changes to an item of minutes and its meeting. */
interface MinutesOf {
  readonly meeting?: Input;
  /** The major matter of each item of the agenda, or null. */
  readonly agenda?: readonly (string | null)[];
  readonly item?: Input;
}

/** How an order comes to each state. */
const WAY: Readonly<Record<string, readonly [command: string, as: Actor][]>> = (() => {
  const accepted: [string, Actor][] = [['acceptWorkOrder', head]];
  const started: [string, Actor][] = [...accepted, ['startWorkOrder', staff]];
  const submitted: [string, Actor][] = [...started, ['submitWorkOrder', head]];
  const verified: [string, Actor][] = [...submitted, ['verifyWorkOrder', people.dispatcher]];
  return {
    ISSUED: [],
    ACCEPTED: accepted,
    IN_PROGRESS: started,
    SUBMITTED: submitted,
    VERIFIED: verified,
    CLOSED: [...verified, ['closeWorkOrder', people.dispatcher]],
    RETURNED: [['requestReturn', head]],
    CANCELLED: [['cancelWorkOrder', people.dispatcher]],
  };
})();

export async function dispatchStage(
  start = '2026-03-09T02:00:00Z',
  surroundings: {
    readonly districtUrl?: string;
    readonly of?: typeof definition;
    readonly files?: AttachedFiles;
  } = {},
): Promise<DispatchStage> {
  let now = new Date(start);
  let serial = 0;
  const clock = { now: () => now };
  const { of = definition, ...more } = surroundings;
  const dayu = await startTestSubgraph(of, { ...more, clock });

  const run: DispatchStage['run'] = (command, input, as = people.dispatcher, selection = WORK_ORDER) =>
    give(dayu, 'dayu', command, input, selection, { as });
  const must: DispatchStage['must'] = async (command, input, as, selection) => {
    const { payload, errors } = await run(command, input, as, selection);
    if (!payload) throw new Error(`${command}: ${JSON.stringify(errors)}`);
    return payload['workOrder'] ?? payload;
  };
  const read: DispatchStage['read'] = async (query, variables, as) => {
    const { data, errors } = await dayu.ask(query, variables, { as });
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as { readonly dayu: Row }).dayu;
  };
  const add: DispatchStage['add'] = async (table, values) => {
    const row: Row = { id: randomUUID(), created_at: now, updated_at: now, ...values };
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await dayu.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
    return row['id'] as string;
  };
  const decision: DispatchStage['decision'] = (subject, outcome = 'APPROVED') => {
    serial += 1;
    return add('committee_decision', {
      number: `大峪工委〔2026〕${serial}号`,
      decided_at: now,
      outcome,
      subject,
      summary: '同意',
    });
  };
  const stage: DispatchStage = {
    dayu,
    clock,
    setTime: (instant) => {
      now = new Date(instant);
    },
    run,
    must,
    read,
    add,
    keyPoint: async () =>
      add('key_point', {
        year: Number(yearOf(localDay(now))),
        number: serial + 1,
        title: '老旧小区无障碍改造',
        content: '全年完成六处',
        base_task_codes: [],
        decision_id: await decision('KEY_POINT'),
      }),
    delegation: async (state, department = 'JUSTICE') => {
      const id = await add('delegation', {
        state,
        department_code: department,
        kind: 'DELEGATED_MATTER',
        title: '社区矫正对象走访',
        content: '每月走访一次',
        document_number: '门司发〔2026〕12号',
        document_title: '关于委托开展社区矫正走访的函',
        document_date: '2026-03-02',
        legal_basis: '《中华人民共和国社区矫正法》第九条',
        opinion: '同意',
        submitted_on: localDay(now),
        opinion_heard_at: now,
        opinion_recorded_at: now,
        decision_id: state === 'OPINION_HEARD' ? null : await decision('DELEGATION'),
        deployment: '由综治维稳中心牵头',
        deployed_at: now,
        deployment_recorded_at: now,
      });
      for (const { type } of CENTER_TYPES) {
        await add('delegation_guidance', {
          delegation_id: id,
          center_code: type,
          text: '先摸底',
          given_on: localDay(now),
        });
      }
      return id;
    },
    decision,
    minutesItem: async (kind, minutesState, more = {}) => {
      serial += 1;
      const meeting = await add('meeting', {
        kind,
        state: 'CLOSED',
        number: `大峪会〔2026〕${serial}号`,
        year: 2026,
        sequence: serial,
        title: '会议',
        scheduled_at: now,
        opened_at: now,
        closed_at: now,
        held_on: '2026-03-06',
        convener_role: kind === 'WEEKLY' ? 'DISPATCHER' : 'STREET_LEADER',
        convener: '召集人',
        ...(kind === 'SPECIAL' && { trigger_kind: 'URGENT_MATTER', urgency: '汛情' }),
        ...more.meeting,
      });
      for (const [index, matter] of (more.agenda ?? []).entries()) {
        const title = matter === null ? '汇报' : '重大事项';
        await add('agenda_item', { meeting_id: meeting, number: index + 1, title, major_matter_id: matter });
      }
      const minutes = await add('minutes', { meeting_id: meeting, state: 'DRAFT', title: '纪要' });
      const item = await add('minutes_item', {
        minutes_id: minutes,
        number: 1,
        text: '由健康中心落实',
        ...more.item,
      });
      if (minutesState === 'ISSUED') {
        await dayu.database.query(
          `UPDATE minutes SET state = 'ISSUED', number = $1, issued_at = now() WHERE id = $2`,
          [`大峪纪要〔2026〕${serial}号`, minutes],
        );
      }
      return item;
    },
    project: async (values = {}) => {
      const { project } = await must(
        'charterProject',
        {
          title: '无障碍改造',
          goals: '六处坡道',
          departmentCodes: ['JUSTICE'],
          communityCodes: COMMUNITIES,
          deadline: '2028-12-31',
          ...values,
        },
        people.dispatcher,
        'project { id }',
      );
      return project.id;
    },
    draft: async (values = {}) => ({
      title: '坡道施工协调',
      content: '协调两处坡道施工',
      centerCode: 'HEALTH',
      responsiblePerson: '王敏',
      deadline: '2026-03-20',
      projectId: await stage.project(),
      ...(['keyPointId', 'delegationId', 'minutesItemId'].some((name) => name in values)
        ? {}
        : { keyPointId: await stage.keyPoint() }),
      ...values,
    }),
    order: async (values = {}) => must('dispatchWorkOrder', await stage.draft(values)),
    orderIn: async (state, values = {}) => {
      let order = await stage.order(values);
      for (const [command, as] of WAY[state] ?? []) {
        const needsReason = command === 'requestReturn' || command === 'cancelWorkOrder';
        order = await must(
          command,
          { workOrderId: order['id'], ...(needsReason && { reason: '不属本中心职责' }) },
          as,
        );
      }
      return order;
    },
  };
  return stage;
}
