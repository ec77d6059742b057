import type { Actor } from '@mtg/access';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { isInputObjectType } from 'graphql';
import { definition } from '../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, officer } from './actors';
import type { Selected } from './commands';
import { EVERYBODY, HERE, THERE, type Place } from './everybody';
import { exampleInput } from './example-input';
import { decisionNow, delegationAfter, project } from './sequence-sources';
import { dayAfter, type SequenceStreet } from './sequence-street';

type Known = Readonly<Record<string, unknown>>;

const UNIT = '门头沟区医院';
const STREET_BODY = 'ENLARGED_WORKING_COMMITTEE';
const COMMUNITY_BODY = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE';
export const { schema: SCHEMA } = buildFederatedSchema(definition);

/** The one of everybody with this name, who then reads what is written here. */
function somebody(name: string): Actor {
  const found = EVERYBODY.find((each) => each.name === name)?.actor;
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
}

/** Writes into a street what belongs to two of everything: centers, communities, departments, authors. */
export class StreetFiller {
  readonly #people;
  readonly #first: Place = HERE;
  readonly #second: Place = { ...THERE, street: HERE.street };

  constructor(private readonly street: SequenceStreet) {
    this.#people = street.people;
  }

  async fill(): Promise<void> {
    await this.#bodies();
    await this.#jointMeeting();
    const orders = await this.#dispatch();
    await this.#communities(orders);
    const day = dayAfter(this.street.now(), 0);
    for (const rule of ['R02', 'R24']) {
      await this.street.sql(
        `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
         VALUES (now(), now(), $1, $2, '大峪', 'OPEN', '未召开')`,
        [rule, day],
      );
    }
  }

  /** Gives a command with whatever its input asks for, and with what is known. */
  async #do(command: string, known: Known, as: Actor, selection = '__typename'): Promise<Selected> {
    const type = SCHEMA.getType(`${command.charAt(0).toUpperCase()}${command.slice(1)}Input`);
    if (!isInputObjectType(type)) throw new Error(`there is no ${command}`);
    const input = exampleInput(type, known);
    return this.#give(command, input, as, selection);
  }

  async #give(command: string, input: Known, as: Actor, selection = '__typename'): Promise<Selected> {
    this.street.pass(1);
    return this.street.must(command, input, as, selection);
  }

  async #bodies(): Promise<void> {
    const { leader, party, clerk } = this.#people;
    const ofStreet = { bodyCode: STREET_BODY, category: 'RESIDENT_UNIT', position: 'MEMBER', unit: UNIT };
    const organization = officer('ORGANIZATION_DEPARTMENT');
    await this.#member(ofStreet, [leader, organization, party], { documentNumber: '京门文〔2026〕1号' });
    const section = centerHead(HERE.street, 'SOCIAL_MOBILIZATION');
    for (const { street, community } of [this.#first, this.#second]) {
      const seat = {
        bodyCode: `${COMMUNITY_BODY}:${community}`,
        category: 'PROPERTY_COMPANY',
        seat: '物业席位',
      };
      await this.#member(
        { ...seat, position: 'MEMBER', unit: '物业公司' },
        [communitySecretary(street, community), section, clerk],
        {},
      );
    }
  }

  async #member(
    nomination: Known,
    [nominates, reviews, appoints]: readonly [Actor, Actor, Actor],
    act: Known,
  ): Promise<void> {
    const { member } = await this.#do('nominateMember', nomination, nominates, 'member { id }');
    const memberId: string = member.id;
    await this.#do('reviewNomination', { memberId, outcome: 'REVIEWED' }, reviews);
    this.street.pass(1);
    const by = 'documentNumber' in act ? act : { decision: decisionNow(this.street) };
    // Nested values are what they are: an example would have taken the names of its fields for others.
    await this.#give('appointMember', { memberId, ...by }, appoints);
  }

  /** A joint meeting on a major matter, with all that is recorded of one. */
  async #jointMeeting(): Promise<void> {
    const { clerk } = this.#people;
    const registered = await this.#do('registerMajorMatter', {}, clerk, 'majorMatter { id }');
    const majorMatterId: string = registered['majorMatter'].id;
    const agenda = [{ title: '规划', majorMatterId }];
    const scheduledAt = this.street.now().toISOString();
    const convoked = await this.#give(
      'convokeMeeting',
      { kind: 'JOINT', title: '联席会议', scheduledAt, agenda },
      clerk,
      'meeting { id }',
    );
    const meetingId: string = convoked['meeting'].id;
    await this.#do('openMeeting', { meetingId }, clerk);
    await this.#do('recordAttendance', { meetingId, unit: UNIT, attendance: 'PRESENT' }, clerk);
    await this.#do('recordMemberReport', { meetingId, unit: UNIT }, clerk);
    await this.#do('recordStreetNotice', { meetingId, requirements: '按时完成' }, clerk);
    for (const body of [STREET_BODY, 'AREA_MANAGEMENT_COMMITTEE']) {
      const opinion = { majorMatterId, body, consulted: true, opinion: '同意', meetingId };
      await this.#do('recordPreliminaryOpinion', opinion, clerk);
    }
    await this.#do('closeMeeting', { meetingId }, clerk);
    const decision = { majorMatterId, decision: decisionNow(this.street), outcome: 'APPROVED' };
    await this.#give('decideMajorMatter', decision, clerk);
    const drafted = await this.#do('draftMinutes', { meetingId }, clerk, 'minutes { id }');
    const minutesId: string = drafted['minutes'].id;
    // Revised, so that there are items that are tombstones.
    await this.#do('reviseMinutes', { minutesId }, clerk);
    await this.#do('issueMinutes', { minutesId }, clerk);
    await this.#do('issueAnnualNotice', { year: 2026, addressees: UNIT, meetingId }, clerk);
    await this.#do('recordDeputyActivity', {}, clerk);
  }

  /** Orders by delegations of two departments, and by a key point; in projects of their own, and in one of all. */
  async #dispatch(): Promise<readonly string[]> {
    const { clerk } = this.#people;
    const adopted = {
      year: 2026,
      number: 1,
      title: '要点',
      content: '全年',
      decision: decisionNow(this.street),
    };
    const { keyPoint } = await this.#give('adoptKeyPoint', adopted, clerk, 'keyPoint { id }');
    const common = await project(this.street);
    const finished: string[] = [];
    for (const { department, center } of [this.#first, this.#second]) {
      await delegationAfter(this.street, 1, department);
      const delegationId = await delegationAfter(this.street, 4, department);
      const own = await project(this.street);
      const other = center === HERE.center ? THERE.center : HERE.center;
      const first = await this.#order(center, { delegationId, projectId: own });
      await this.#subOrder(other, first);
      await this.#finish(center, await this.#order(center, { delegationId, projectId: common }), finished);
    }
    const ofKeyPoint = { keyPointId: keyPoint.id, projectId: common };
    await this.#finish(HERE.center, await this.#order(HERE.center, ofKeyPoint), finished);
    await this.#report(finished);
    const open: string[] = [];
    for (const center of [HERE.center, THERE.center]) open.push(await this.#order(center, ofKeyPoint));
    await this.street
      .sql(`INSERT INTO supervision (created_at, updated_at, work_order_id, state, missed_deadline)
      SELECT now(), now(), id, 'OPEN', '2026-03-01' FROM work_order WHERE state <> 'CLOSED'`);
    return open;
  }

  async #order(centerCode: string, source: Known): Promise<string> {
    const deadline = dayAfter(this.street.now(), 20);
    const order = { centerCode, responsiblePerson: '王敏', deadline, ...source };
    const made = await this.#do('dispatchWorkOrder', order, this.#people.dispatcher, 'workOrder { id }');
    const workOrderId: string = made['workOrder'].id;
    await this.#start(centerCode, workOrderId);
    return workOrderId;
  }

  async #subOrder(centerCode: string, parentId: string): Promise<void> {
    const deadline = dayAfter(this.street.now(), 20);
    const part = { parentId, centerCode, responsiblePerson: '王敏', deadline };
    const made = await this.#do('dispatchSubOrder', part, this.#people.dispatcher, 'workOrder { id }');
    await this.#start(centerCode, made['workOrder'].id);
  }

  /** The center begins, and shows something of it. */
  async #start(center: string, workOrderId: string): Promise<void> {
    const head = centerHead(HERE.street, center);
    const document = { uri: 'urn:a', mediaType: 'image/png', sha256: 'a'.repeat(64) };
    for (const command of ['acceptWorkOrder', 'startWorkOrder'])
      await this.#do(command, { workOrderId }, head);
    await this.#do('attachEvidence', { workOrderId, ...document }, head);
  }

  async #finish(center: string, workOrderId: string, finished: string[]): Promise<void> {
    await this.#do('submitWorkOrder', { workOrderId }, centerHead(HERE.street, center));
    for (const command of ['verifyWorkOrder', 'closeWorkOrder']) {
      await this.#do(command, { workOrderId }, this.#people.dispatcher);
    }
    finished.push(workOrderId);
  }

  /** The first department is told of its own order, and both of the second's; of the rest, only the government. */
  async #report([first, second, third]: readonly string[]): Promise<void> {
    const { dispatcher } = this.#people;
    const toFirst = {
      recipients: ['DEPARTMENT'],
      departmentCodes: [HERE.department],
      workOrderIds: [first],
    };
    const toBoth = {
      recipients: ['DEPARTMENT'],
      departmentCodes: [HERE.department, THERE.department],
      workOrderIds: [second],
    };
    const toOthers = { recipients: ['DISTRICT_GOVERNMENT'], workOrderIds: [third] };
    for (const report of [toFirst, toBoth, toOthers]) {
      await this.#give('issueFeedbackReport', { title: '完成', text: '已完成', ...report }, dispatcher);
    }
  }

  /** Items for each community and for both, their tasks, and all that follows from these. */
  async #communities([orderHere, orderThere]: readonly string[]): Promise<void> {
    const both = [this.#first.community, this.#second.community];
    const { dispatcher } = this.#people;
    const meetingId = await this.#weekly();
    for (const { center } of [this.#first, this.#second]) {
      const said = { thisWeek: '已完成', nextWeek: '走访', communityMatters: '义诊' };
      await this.#do(
        'recordCenterReport',
        { meetingId, centerCode: center, ...said },
        centerHead(HERE.street, center),
      );
    }
    const items: [string, string][] = [];
    for (const [place, codes, workOrderId] of [
      [this.#first, [this.#first.community], orderHere],
      [this.#second, [this.#second.community], orderThere],
      [this.#first, both, null],
    ] as const) {
      const item = await this.#item(meetingId, place.center, codes, workOrderId ?? null);
      for (const community of codes) items.push([item, community]);
    }
    await this.#do('closeMeeting', { meetingId }, dispatcher);
    const assignments = await this.#batch(meetingId, items);
    // A batch of the second community alone.
    const next = await this.#weekly();
    const alone = await this.#item(next, this.#second.center, [this.#second.community], null);
    await this.#do('closeMeeting', { meetingId: next }, dispatcher);
    await this.#batch(next, [[alone, this.#second.community]]);
    for (const { id, communityCode } of assignments) {
      const report = { assignmentId: id, completed: false };
      await this.#do('reportProgress', report, communitySecretary(HERE.street, communityCode));
    }
    await this.#visits(assignments);
    await this.#conveyance();
  }

  async #weekly(): Promise<string> {
    const { dispatcher } = this.#people;
    const scheduledAt = this.street.now().toISOString();
    const convoked = await this.#do(
      'convokeMeeting',
      { kind: 'WEEKLY', scheduledAt },
      dispatcher,
      'meeting { id }',
    );
    const meetingId: string = convoked['meeting'].id;
    await this.#do('openMeeting', { meetingId }, dispatcher);
    return meetingId;
  }

  async #item(
    meetingId: string,
    center: string,
    communityCodes: readonly string[],
    workOrderId: string | null,
  ): Promise<string> {
    const proposal = {
      meetingId,
      centerCode: center,
      title: '义诊',
      content: '每户一次',
      communityCodes,
      workOrderId,
    };
    const head = centerHead(HERE.street, center);
    const made = await this.#give('proposeWeeklyItem', proposal, head, 'weeklyItem { id }');
    const weeklyItemId: string = made['weeklyItem'].id;
    await this.#do('decideWeeklyItem', { weeklyItemId, outcome: 'PASSED' }, this.#people.dispatcher);
    return weeklyItemId;
  }

  async #batch(meetingId: string, items: readonly (readonly [string, string])[]): Promise<Selected[]> {
    const requisites = {
      goal: '覆盖',
      content: '测血压',
      form: '入户',
      training: '集中',
      instructor: '王医生',
    };
    const assignments = items.map(([weeklyItemId, communityCode]) => ({
      weeklyItemId,
      communityCode,
      ...requisites,
    }));
    const issued = await this.#give(
      'issueAssignmentBatch',
      { meetingId, assignments },
      this.#people.dispatcher,
      'assignments { id communityCode }',
    );
    return issued['assignments'];
  }

  async #visits(assignments: readonly Selected[]): Promise<void> {
    const staff = [somebody('CENTER_STAFF here'), somebody('CENTER_STAFF of another center')] as const;
    const colleague = centerStaff(HERE.street, HERE.center, 'colleague');
    const day = dayAfter(this.street.now(), 0);
    for (const who of [...staff, colleague, centerHead(HERE.street, THERE.center)]) {
      for (const { community } of [this.#first, this.#second]) {
        const visit = { centerCode: who.center, communityCode: community, day, form: 'CALL' };
        const plan = { ...visit, people: who.subject, communityCodes: community, route: '南', actions: '看' };
        const planned = await this.#do(
          'planVisit',
          plan,
          centerHead(HERE.street, who.center ?? ''),
          'visitPlan { id }',
        );
        const task = assignments.find(({ communityCode }) => communityCode === community);
        const record = {
          record: '已走访',
          planId: planned['visitPlan'].id,
          text: '路灯',
          assignmentId: task?.['id'],
        };
        await this.#do('recordVisit', { ...visit, ...record }, who);
      }
    }
    const plan = { centerCode: HERE.center, day, people: ['a'], route: '南', actions: '看' };
    const communityCodes = [this.#first.community, this.#second.community];
    await this.#give('planVisit', { ...plan, communityCodes }, centerHead(HERE.street, HERE.center));
  }

  async #conveyance(): Promise<void> {
    const conveyed = { title: '文件', priorities: '要点', conveyedOn: dayAfter(this.street.now(), 0) };
    for (const { center, community } of [this.#first, this.#second]) {
      const head = centerHead(HERE.street, center);
      const where = { centerCode: center, communityCode: community };
      await this.#do('conveyDocument', { ...where, ...conveyed, issuer: 'CENTRAL' }, head);
      await this.#do('recordHighlight', { ...where, title: '亮点', content: '好' }, head);
    }
  }
}
