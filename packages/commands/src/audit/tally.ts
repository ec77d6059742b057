import type { Actor } from '@mtg/access';
import { UNKNOWN_COMMAND } from '@mtg/service-kit';
import { scopeOf } from '../command/scope';

/** Who tried it, as the audit has it. */
interface Who {
  readonly actor: string | null;
  readonly role: string | null;
  readonly scope: string | null;
}

const NOBODY: Who = { actor: null, role: null, scope: null };

export const whoIs = (actor: Actor | undefined): Who =>
  actor ? { actor: actor.subject, role: actor.role, scope: scopeOf(actor) } : NOBODY;

/** How often somebody was refused a command for one reason, and the last of these requests. */
export interface Tallied extends Who {
  /** Name of the command; several, separated by spaces, of a request that named several. */
  readonly command: string;
  readonly code: string;
  readonly rule: string | null;
  readonly times: number;
  readonly inputDigest: string;
  readonly requestId: string;
}

/** More than a street's whole staff does wrong in one round; beyond it, who it was is left out. */
const MOST_KINDS = 1000;

/** More than a client does that has lost its token. Beyond it somebody plays, and must not fill the chain by that. */
const MOST_KINDS_OF_ONE = 20;

/** What was refused and is not on record yet, put together by person, command, code and rule. */
export class Tally {
  readonly #kinds = new Map<string, Tallied>();
  /** How many kinds there are of each person; under null, of all who have no valid token. */
  readonly #kindsOf = new Map<string | null, number>();

  add(given: Tallied): void {
    const known = this.#withinRoom(given);
    const key = keyOf(known);
    const { times = 0 } = this.#kinds.get(key) ?? {};
    if (times === 0) this.#kindsOf.set(known.actor, this.#countOf(known.actor) + 1);
    this.#kinds.set(key, { ...known, times: times + given.times });
  }

  /** What is to go on record: an entry each. */
  get entries(): readonly Tallied[] {
    return [...this.#kinds.values()];
  }

  /** Leaves out what would make more kinds than there is room for: who it was, or which command. */
  #withinRoom(given: Tallied): Tallied {
    if (this.#kinds.has(keyOf(given))) return given;
    const who = this.#kinds.size < MOST_KINDS ? given : { ...given, ...NOBODY };
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
