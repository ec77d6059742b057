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
  readonly command: string;
  readonly code: string;
  readonly times: number;
  readonly inputDigest: string;
  readonly requestId: string;
}

/** More than a street's whole staff does wrong in one round; beyond it, who it was is left out. */
const MOST_KINDS = 1000;

/** More than a client does that has lost its token. Beyond it somebody plays, and must not fill the chain by that. */
const MOST_KINDS_OF_NOBODY = 20;

/** What was refused and is not on record yet, put together by person, command and code. */
export class Tally {
  readonly #kinds = new Map<string, Tallied>();
  readonly #ofNobody = new Set<string>();

  add(given: Tallied): void {
    const known = this.#known(given);
    const key = this.#keyFor(known);
    const { times = 0 } = this.#kinds.get(key) ?? {};
    const command = key.startsWith(REST) ? UNKNOWN_COMMAND : known.command;
    this.#kinds.set(key, { ...known, command, times: times + given.times });
  }

  /** What is to go on record: an entry each. */
  get entries(): readonly Tallied[] {
    return [...this.#kinds.values()];
  }

  #known(given: Tallied): Tallied {
    const room = this.#kinds.size < MOST_KINDS || this.#kinds.has(keyOf(given));
    return room ? given : { ...given, ...NOBODY };
  }

  #keyFor(given: Tallied): string {
    const key = keyOf(given);
    if (given.actor !== null || this.#ofNobody.has(key)) return key;
    if (this.#ofNobody.size >= MOST_KINDS_OF_NOBODY) return `${REST} ${given.code}`;
    this.#ofNobody.add(key);
    return key;
  }
}

/** What was tried beyond so many kinds, by code: of these there are few, and none hides behind another. */
const REST = 'rest';

const keyOf = ({ actor, role, scope, command, code }: Tallied): string =>
  JSON.stringify([actor, role, scope, command, code]);
