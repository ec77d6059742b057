import {
  addDays,
  APPOINTMENT_MACHINES,
  appointmentEvent,
  appointmentTransition,
  BODY_HEADS,
  MEMBER_CATEGORIES_OF,
  nominatedMember,
  r32,
  requireFreeSeat,
  STREET_BODY_KINDS,
  type Act,
  type AppointmentState,
  type Authority,
  type BodyKind,
  type MemberCategory,
  type SeatHolder,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import { actorFor, personName as nameOfPerson, unitName } from '../people';
import { actOf, stepOf } from '../rules';
import type { Story } from '../story';

/** Last state that a nomination reaches. */
type Fate = 'APPOINTED' | 'NOMINATED' | 'REVIEWED' | 'REVIEW_REJECTED' | 'WITHDRAWN' | 'ENDED';

interface Seat {
  readonly kind: BodyKind;
  readonly community: string | null;
  readonly category: MemberCategory | null;
  readonly unit: string | null;
  readonly seat: string | null;
  readonly fate: Fate;
}

/** Field agencies that the study names in every street. */
const AGENCIES = ['社保所', '司法所', '食药所'] as const;

const STEPS: Readonly<Record<Fate, readonly string[]>> = {
  NOMINATED: [],
  REVIEWED: ['reviewNomination'],
  REVIEW_REJECTED: ['reviewNomination'],
  APPOINTED: ['reviewNomination', 'appointMember'],
  WITHDRAWN: ['withdrawNomination'],
  ENDED: ['reviewNomination', 'appointMember', 'endMembership'],
};

/** A member of one of the street's two bodies sent by a unit. */
export interface UnitMember {
  readonly id: string;
  readonly personName: string;
  readonly unit: string;
  readonly category: MemberCategory;
  readonly body: BodyKind;
}

/** Fills the bodies in the year's first days. @returns the members of the joint meeting */
export function fillBodies(story: Story): readonly UnitMember[] {
  let person = 0;
  let unit = 0;
  const inOffice = new Map<string, SeatHolder[]>();
  const heads: SeatHolder[] = [];
  const fill = (seat: Seat): { readonly id: string; readonly personName: string } => {
    const body = `${seat.kind}:${seat.community}`;
    const holders = inOffice.get(body) ?? [];
    inOffice.set(body, holders);
    const isHead = seat.community === null && seat.category === null;
    person += 1;
    // One person is both 工委 secretary and office director here, and heads both bodies of the street.
    const personName = nameOfPerson(isHead ? 1 : person);
    return { id: nominate(story, seat, personName, holders, isHead ? heads : []), personName };
  };
  const nextUnit = (): string => unitName((unit += 1));
  const members: UnitMember[] = [];
  for (const [index, kind] of STREET_BODY_KINDS.entries()) {
    fill({ kind, community: null, category: null, unit: null, seat: null, fate: 'APPOINTED' });
    for (const category of MEMBER_CATEGORIES_OF[kind]) {
      const name = category === 'FIELD_AGENCY' ? (AGENCIES[index] ?? '') : nextUnit();
      const seat = { kind, community: null, category, unit: name, seat: null, fate: 'APPOINTED' } as const;
      members.push({ ...fill(seat), unit: name, category, body: kind });
    }
  }
  const fates: readonly Fate[] = ['NOMINATED', 'REVIEWED', 'REVIEW_REJECTED', 'WITHDRAWN', 'ENDED'];
  const kind = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE';
  for (const [index, community] of story.street.communities.entries()) {
    fill({ kind, community, category: null, unit: null, seat: null, fate: 'APPOINTED' });
    for (const [place, category] of MEMBER_CATEGORIES_OF[kind].entries()) {
      // The last seat of some communities shows how a nomination can end otherwise.
      const fate = place === 3 ? (fates[index] ?? 'APPOINTED') : 'APPOINTED';
      fill({ kind, community, category, unit: nextUnit(), seat: titledSeat(place), fate });
    }
  }
  return members;
}

const titledSeat = (place: number): string => `样例第${place + 1}席`;

/**
 * @param inOffice members in office of the body; an appointed member is added
 * @param heads heads of the street's bodies, for one of them; the same
 * @returns the id of the member
 */
function nominate(
  story: Story,
  { kind, community, category, unit, seat, fate }: Seat,
  personName: string,
  inOffice: SeatHolder[],
  heads: SeatHolder[],
): string {
  const machine = APPOINTMENT_MACHINES[kind];
  const head = BODY_HEADS[kind];
  const nominee = {
    bodyKind: kind,
    personName,
    position: category === null ? head.position : ('MEMBER' as const),
    category,
    offices: category === null ? [...head.offices] : [],
    seat,
  };
  const nominatedAt = at(story.first, 9 + story.random.whole(0, 120) / 60);
  const { authority } = machine.creation;
  const act = actOf(actorFor(authority), nominatedAt);
  const values = nominatedMember(act, { ...nominee, unit, authority, fieldAgencies: AGENCIES });
  const changing = new ChangingRow(story.random.idAt(nominatedAt), nominatedAt, { ...nominee, ...values });
  const steps = [event(act, changing.row, 'nominateMember', authority)];
  let reviewedAt: Date | undefined;
  for (const [index, command] of STEPS[fate].entries()) {
    const outcome =
      command === 'reviewNomination'
        ? fate === 'REVIEW_REJECTED'
          ? fate
          : ('REVIEWED' as const)
        : undefined;
    const { authority } = stepOf(machine, changing.values.state, command, outcome).transition;
    const moment = at(addDays(story.first, command === 'endMembership' ? 200 : index + 1), 10);
    const act = actOf(actorFor(authority), moment);
    // What an appointment rests on is decided on the day of it.
    const decided = { at: moment, citedBy: 'decisionId' };
    const documentNumber = command === 'endMembership' ? story.document('卸任', moment).number : null;
    const step = { command, authority, outcome, reviewedAt, decided, documentNumber };
    const changed = appointmentTransition(act, changing.row, step);
    if (command === 'reviewNomination') reviewedAt = moment;
    if (command === 'appointMember') requireFreeSeat(act, nominee, inOffice, heads);
    const by = command === 'appointMember' ? appointedBy(story, act, community) : {};
    changing.change(moment, {
      ...changed,
      ...by,
      ...(documentNumber !== null && { endedAt: moment, endDocumentNumber: documentNumber }),
    });
    steps.push(event(act, changing.row, command, authority));
  }
  const bodyCode = community === null ? kind : `${kind}:${community}`;
  story.write('BodyMember', changing, { ...changing.values, bodyCode, communityCode: community });
  for (const { at: moment, values } of steps) story.add('AppointmentStep', moment, values);
  if (changing.values.state === 'APPOINTED') {
    inOffice.push(nominee);
    if (category === null) heads.push(nominee);
  }
  return changing.id;
}

/** By what 街道工委 appoints to a community’s body, or 区委 to one of the street. */
function appointedBy(story: Story, act: Act, community: string | null) {
  const { now: appointedAt } = act;
  if (community === null) {
    return { appointedAt, documentNumber: story.document('区委任', appointedAt).number };
  }
  const { id, number } = story.decide(appointedAt, 'APPOINTMENT', '【样例】同意任命');
  act.require(r32.check({ decision: number }));
  return { appointedAt, decisionId: id };
}

function event(
  act: Act,
  member: { readonly id: string; readonly state: AppointmentState },
  command: string,
  authority: Authority,
) {
  const isEnd = ['REVIEW_REJECTED', 'WITHDRAWN', 'ENDED'].includes(member.state);
  const reason = isEnd ? '【样例】工作调整' : null;
  return { at: act.now, values: appointmentEvent(act, member, { command, authority, reason }) };
}
