import type { SeatHolder } from '../checks/appointing';
import type { Maybe } from '../checks/facts';
import { checkRepresentedUnit } from '../checks/represented-unit';
import { r32, type AppointmentStep } from '../rules/r32-appointment';
import { APPOINTMENT_MACHINES, type AppointmentState } from '../state-machines/machines/appointment';
import type { BodyKind } from '../vocabulary/bodies';
import type { Authority } from '../vocabulary/decisions';
import type { Act } from './act';

/** A nomination for a body, in the name of an authority. */
interface Nomination {
  readonly bodyKind: BodyKind;
  readonly authority: Authority;
  readonly position: string;
  readonly category: Maybe<string>;
  readonly offices: readonly string[];
  readonly seat: Maybe<string>;
  readonly unit: string | null;
}

/** The columns of a member that later steps fill. */
interface AppointmentCourse {
  readonly state: AppointmentState;
  readonly documentNumber: string | null;
  readonly approvalId: string | null;
  readonly decisionId: string | null;
  readonly appointedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Nominates a member (R32). */
export function nominatedMember(act: Act, nomination: Nomination): AppointmentCourse {
  const { bodyKind, authority, unit, ...candidate } = nomination;
  act.require(r32.check({ bodyKind, command: 'nominateMember', authority, candidate }));
  act.requireInput(checkRepresentedUnit({ ...candidate, unit }));
  return {
    state: APPOINTMENT_MACHINES[bodyKind].creation.to,
    documentNumber: null,
    approvalId: null,
    decisionId: null,
    appointedAt: null,
    endedAt: null,
  };
}

/** Requires that no member in office holds the seat (R32). @param inOffice members in office of the body */
export const requireFreeSeat = (act: Act, appointee: SeatHolder, inOffice: readonly SeatHolder[]): void =>
  act.require(r32.check({ appointee, inOffice }));

interface MemberInStep {
  readonly bodyKind: BodyKind;
  readonly state: AppointmentState;
  readonly version: number;
}

interface Step extends Pick<AppointmentStep, 'command' | 'reviewedAt' | 'decided'> {
  readonly authority: Authority;
  /** Where a review decides between two. */
  readonly outcome?: AppointmentState | undefined;
}

/** Takes an appointment one step further, in the name of an authority (R32). */
export function appointmentTransition(act: Act, member: MemberInStep, { outcome, ...step }: Step) {
  const { bodyKind, state } = member;
  act.require(r32.check({ bodyKind, state, ...step }));
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
  }: { readonly command: string; readonly authority: Authority; readonly reason: string | null },
) => ({
  memberId: member.id,
  command,
  state: member.state,
  authority,
  actor: actor.subject,
  actorRole: actor.role,
  reason,
});
