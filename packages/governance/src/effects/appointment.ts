import type { SeatHolder } from '../checks/appointing';
import type { Maybe } from '../checks/facts';
import { checkRepresentedUnit } from '../checks/represented-unit';
import { r32, type AppointmentStep } from '../rules/r32-appointment';
import { looksSame } from '../text/comparison-form';
import { APPOINTMENT_MACHINES, type AppointmentState } from '../state-machines/machines/appointment';
import type { BodyKind } from '../vocabulary/bodies';
import type { Authority } from '../vocabulary/decisions';
import type { Earliest } from '../checks/day';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';
import { happenedOn } from './happened-on';

/** A nomination for a body, in the name of an authority. */
interface Nomination {
  readonly bodyKind: BodyKind;
  readonly authority: Authority;
  readonly position: string;
  readonly category: Maybe<string>;
  readonly offices: readonly string[];
  readonly seat: Maybe<string>;
  readonly unit: string | null;
  /** Names of the street's field agencies. */
  readonly fieldAgencies: readonly string[];
}

/** The columns of a member that later steps fill. */
interface AppointmentCourse {
  readonly state: AppointmentState;
  readonly documentNumber: string | null;
  readonly approvalId: string | null;
  readonly decisionId: string | null;
  readonly appointedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endDocumentNumber: string | null;
}

/** Nominates a member (R32). */
export function nominatedMember(
  act: Act,
  nomination: Nomination,
): AppointmentCourse & { readonly unit: string | null } {
  const { bodyKind, authority, ...candidate } = nomination;
  const { unit, fieldAgencies } = candidate;
  act.require(r32.check({ bodyKind, command: 'nominateMember', authority, candidate }));
  act.requireInput(checkRepresentedUnit(candidate));
  return {
    state: APPOINTMENT_MACHINES[bodyKind].creation.to,
    unit: agencyNamed(unit, candidate.category === 'FIELD_AGENCY' ? fieldAgencies : []),
    endDocumentNumber: null,
    documentNumber: null,
    approvalId: null,
    decisionId: null,
    appointedAt: null,
    endedAt: null,
  };
}

/** An agency's name as the street has it. */
const agencyNamed = (unit: string | null, agencies: readonly string[]): string | null =>
  agencies.find((name) => unit !== null && looksSame(name, unit)) ?? unit;

/**
 * Requires a free seat, and an office without another holder (R32).
 *
 * @param inOffice members in office of the body
 * @param otherHeads heads in office of other bodies of the street
 */
export const requireFreeSeat = (
  act: Act,
  appointee: SeatHolder,
  inOffice: readonly SeatHolder[],
  otherHeads: readonly SeatHolder[],
): void => act.require(r32.check({ appointee, inOffice, otherHeads }));

interface MemberInStep {
  readonly bodyKind: BodyKind;
  readonly state: AppointmentState;
  readonly version: number;
}

interface Step extends Pick<AppointmentStep, 'command' | 'reviewedAt' | 'decided'> {
  readonly authority: Authority;
  /** Where a review decides between two. */
  readonly outcome?: AppointmentState | undefined;
  /** For the end of a membership: the number of the document that ends it. */
  readonly documentNumber?: string | null;
}

/** Takes an appointment one step further, in the name of an authority (R32). */
export function appointmentTransition(act: Act, member: MemberInStep, given: Step) {
  const { outcome, documentNumber, ...step } = given;
  const { bodyKind, state } = member;
  act.require(
    r32.check({ bodyKind, state, ...step }),
    step.command === 'endMembership' ? r32.check({ endedBy: documentNumber }) : [],
  );
  return { state: act.step(APPOINTMENT_MACHINES[bodyKind], member, step.command, outcome) };
}

/** The history entry of a step. @param member as it is after the step */
export const appointmentEvent = (
  { actor }: Act,
  member: { readonly id: string; readonly state: AppointmentState },
  {
    command,
    authority,
    reason,
    happenedOn = null,
  }: {
    readonly command: string;
    readonly authority: Authority;
    readonly reason: string | null;
    /** The day on which it was taken, where it was given. */
    readonly happenedOn?: LocalDay | null;
  },
) => ({
  memberId: member.id,
  command,
  state: member.state,
  authority,
  actor: actor.subject,
  actorRole: actor.role,
  reason,
  happenedOn,
});

/** The day of a step of an appointment, from what it rests on to today; null where none is given. */
export const dayOfStep = (
  act: Act,
  given: { readonly field: string; readonly day: LocalDay | null; readonly earliest?: Earliest | undefined },
): LocalDay | null => (given.day === null ? null : happenedOn(act, given));
