import type { CommandName } from '@mtg/access';
import type { CommandTransaction, WorkValues } from '@mtg/commands';
import {
  appointmentEvent,
  appointmentTransition,
  type AppointmentState,
  type LocalDay,
  type Moment,
} from '@mtg/governance';
import { actingAuthority } from './acting-authority';
import { AppointmentStep } from './appointment-step';
import type { BodyMember } from './body-member';

interface Step {
  readonly command: CommandName;
  /** Where a review decides between two. */
  readonly outcome?: AppointmentState;
  readonly reason?: string | null;
  /** When the authority that appoints decided, where that is known, and the field of the input that says so. */
  readonly decided?: { readonly at: Moment; readonly citedBy: string } | null;
  /** The document that ends a membership. */
  readonly documentNumber?: string | null;
  /** The day on which it was taken, where it was given. */
  readonly happenedOn?: LocalDay | null;
  /** Changes besides the state. */
  readonly values?: Partial<WorkValues<BodyMember>>;
}

/** R32: applies the transition of a command to a member, and records who gave it. */
export async function applyTransition(
  transaction: CommandTransaction,
  member: BodyMember,
  {
    command,
    outcome,
    reason = null,
    decided = null,
    documentNumber = null,
    happenedOn = null,
    values = {},
  }: Step,
): Promise<BodyMember> {
  const authority = actingAuthority(transaction.actor);
  const reviewedAt = decided && (await timeOfReview(transaction, member));
  const step = { command, authority, outcome, reviewedAt, decided, documentNumber };
  const changed = appointmentTransition(transaction, member, step);
  await transaction.change(member, { ...values, ...changed });
  await recordStep(transaction, member, { command, reason, happenedOn });
  return member;
}

async function timeOfReview(transaction: CommandTransaction, { id }: BodyMember): Promise<Moment | null> {
  const review = await transaction.find(AppointmentStep, { memberId: id, state: 'REVIEWED' });
  return review && (review.happenedOn ?? review.createdAt);
}

/** Adds a step to the history of an appointment. */
export async function recordStep(
  transaction: CommandTransaction,
  member: BodyMember,
  given: {
    readonly command: CommandName;
    readonly reason: string | null;
    readonly happenedOn?: LocalDay | null;
  },
): Promise<void> {
  const step = { ...given, authority: actingAuthority(transaction.actor) };
  await transaction.insert(AppointmentStep, appointmentEvent(transaction, member, step));
}
