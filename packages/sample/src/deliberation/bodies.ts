import {
  addDays,
  APPOINTMENT_MACHINES,
  BODY_HEADS,
  MEMBER_CATEGORIES_OF,
  r32,
  STREET_BODY_KINDS,
  type BodyKind,
  type MemberCategory,
} from '@mtg/governance';
import { at } from '../calendar';
import { actorFor, personName, unitName } from '../people';
import { keep, stepOf } from '../rules';
import type { Story } from '../story';
import type { Values } from '../sheet';

/** How far a nomination goes. */
type Fate = 'APPOINTED' | 'NOMINATED' | 'REVIEWED' | 'REVIEW_REJECTED' | 'WITHDRAWN' | 'ENDED';

interface Seat {
  readonly kind: BodyKind;
  readonly community: string | null;
  readonly category: MemberCategory | null;
  readonly unit: string | null;
  readonly seat: string | null;
  readonly fate: Fate;
}

const STEPS: Readonly<Record<Fate, readonly string[]>> = {
  NOMINATED: [],
  REVIEWED: ['reviewNomination'],
  REVIEW_REJECTED: ['reviewNomination'],
  APPOINTED: ['reviewNomination', 'appointMember'],
  WITHDRAWN: ['withdrawNomination'],
  ENDED: ['reviewNomination', 'appointMember', 'endMembership'],
};

/** Fills the bodies in the year's first days. @returns the member units of the joint meeting */
export function fillBodies(story: Story): readonly string[] {
  let person = 0;
  let unit = 0;
  const fill = (seat: Seat): void => nominate(story, seat, personName((person += 1)));
  const nextUnit = (): string => unitName((unit += 1));
  const units: string[] = [];
  for (const kind of STREET_BODY_KINDS) {
    fill({ kind, community: null, category: null, unit: null, seat: null, fate: 'APPOINTED' });
    for (const category of MEMBER_CATEGORIES_OF[kind]) {
      const name = nextUnit();
      units.push(name);
      fill({ kind, community: null, category, unit: name, seat: null, fate: 'APPOINTED' });
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
  return units;
}

const titledSeat = (place: number): string => `样例第${place + 1}席`;

function nominate(story: Story, { kind, community, category, unit, seat, fate }: Seat, name: string): void {
  const machine = APPOINTMENT_MACHINES[kind];
  const head = BODY_HEADS[kind];
  const position = category === null ? head.position : 'MEMBER';
  const offices: Values<'BodyMember'>['offices'] = category === null ? [...head.offices] : [];
  const nominatedAt = at(story.first, 9 + story.random.whole(0, 120) / 60);
  keep(
    r32.check({
      bodyKind: kind,
      command: 'nominateMember',
      authority: machine.creation.authority,
      candidate: { position, category, offices, seat },
    }),
  );
  const id = story.random.idAt(nominatedAt);
  let state = machine.creation.to;
  const steps = [
    { command: 'nominateMember', authority: machine.creation.authority, moment: nominatedAt, state },
  ];
  for (const [index, command] of STEPS[fate].entries()) {
    const outcome =
      command === 'reviewNomination' ? (fate === 'REVIEW_REJECTED' ? fate : 'REVIEWED') : undefined;
    const { to, transition } = stepOf(machine, state, command, outcome);
    const days = command === 'endMembership' ? 200 : index + 1;
    const moment = at(addDays(story.first, days), 10);
    const { authority } = transition;
    // What an appointment rests on is decided on the day of it.
    const reviewedAt = steps.find((step) => step.state === 'REVIEWED')?.moment;
    const decided = { at: moment, citedBy: 'decisionId' };
    keep(r32.check({ bodyKind: kind, command, authority, state, reviewedAt, decided }));
    state = to;
    steps.push({ command, authority, moment, state });
  }
  const appointedAt = steps.find(({ command }) => command === 'appointMember')?.moment ?? null;
  const endedAt = steps.find(({ command }) => command === 'endMembership')?.moment ?? null;
  const byStreet = appointedAt !== null && community !== null;
  story.add(
    'BodyMember',
    nominatedAt,
    {
      bodyCode: community === null ? kind : `${kind}:${community}`,
      bodyKind: kind,
      communityCode: community,
      state,
      personName: name,
      unit,
      category,
      position,
      offices,
      seat,
      documentNumber:
        appointedAt !== null && community === null ? story.document('区委任', appointedAt).number : null,
      approvalId: null,
      decisionId: byStreet ? story.decide(appointedAt, 'APPOINTMENT', '【样例】同意任命').id : null,
      appointedAt,
      endedAt,
    },
    { id, version: steps.length, updatedAt: steps.at(-1)?.moment ?? nominatedAt },
  );
  for (const { command, authority, moment, state: reached } of steps) {
    const { subject, role } = actorFor(authority);
    const reason = ['REVIEW_REJECTED', 'WITHDRAWN', 'ENDED'].includes(reached) ? '【样例】工作调整' : null;
    story.add('AppointmentStep', moment, {
      memberId: id,
      command,
      state: reached,
      authority,
      actor: subject,
      actorRole: role,
      reason,
    });
  }
}
