import type { Actor } from '@mtg/access';
import { UNKNOWN_COMMAND } from '@mtg/service-kit';
import { scopeOf } from './scope';

/** The subject of a refusal, as the audit records it. */
interface Subject {
  readonly actor: string | null;
  readonly role: string | null;
  readonly scope: string | null;
}

const ANONYMOUS: Subject = { actor: null, role: null, scope: null };

export const subjectOf = (actor: Actor | undefined): Subject =>
  actor ? { actor: actor.subject, role: actor.role, scope: scopeOf(actor) } : ANONYMOUS;

/** Refusals of one subject, command and reason: their number, and the last of these requests. */
export interface Tallied extends Subject {
  /** Name of the command; several, separated by spaces, of a request that named several. */
  readonly command: string;
  readonly code: string;
  readonly rule: string | null;
  readonly times: number;
  readonly inputDigest: string;
  readonly requestId: string;
}

/** More than a street's whole staff does wrong in one round. Beyond it, subjects are left out. */
const MOST_KINDS = 1000;

/** More than a client causes that has lost its token. Beyond it commands are left out, so that no client fills the chain. */
const MOST_KINDS_OF_ONE = 20;

/** Refusals that are not recorded yet, grouped by person, command, code and rule. */
export class Tally {
  readonly #kinds = new Map<string, Tallied>();
  /** Number of kinds of each person; under null, of all requests without a valid token. */
  readonly #kindsOf = new Map<string | null, number>();

  add(given: Tallied): void {
    const known = this.#withinRoom(given);
    const key = keyOf(known);
    const { times = 0 } = this.#kinds.get(key) ?? {};
    if (times === 0) this.#kindsOf.set(known.actor, this.#countOf(known.actor) + 1);
    this.#kinds.set(key, { ...known, times: times + given.times });
  }

  /** One entry to record for each kind. */
  get entries(): readonly Tallied[] {
    return [...this.#kinds.values()];
  }

  /** Leaves out the subject or the command where they would make more kinds than there is room for. */
  #withinRoom(given: Tallied): Tallied {
    if (this.#kinds.has(keyOf(given))) return given;
    const who = this.#kinds.size < MOST_KINDS ? given : { ...given, ...ANONYMOUS };
    if (this.#kinds.has(keyOf(who)) || this.#countOf(who.actor) < MOST_KINDS_OF_ONE) return who;
    // By code, of which there are few: none hides behind another.
    return { ...who, command: UNKNOWN_COMMAND, rule: null };
  }

  #countOf(actor: string | null): number {
    return this.#kindsOf.get(actor) ?? 0;
  }
}

const keyOf = ({ actor, role, scope, command, code, rule }: Tallied): string =>
  JSON.stringify([actor, role, scope, command, code, rule]);
