/** Requester of a connection. Connections are shared among owners, and an owner's among its requests. */
export interface Holder {
  /** Subject of the token; all requests without a token have one owner. */
  readonly owner: string;
  /** Identity of the request. */
  readonly request: object;
}

/** Gives a connection back. A second call does nothing. */
export type Release = () => void;

interface Waiting {
  readonly grant: (release: Release) => void;
  isGone: boolean;
}

/** Connections that one request holds, and its waiting calls. */
interface RequestShare {
  held: number;
  readonly waiting: Waiting[];
}

/** Connections that one owner holds, and its requests. The one served longest ago comes first. */
interface OwnerShare {
  held: number;
  readonly requests: Map<object, RequestShare>;
}

/**
 * A number of places, such as connections, shared fairly. Owners take turns, and so do the requests of one owner. The more
 * an owner holds, the more must be free for it to take another: one owner never holds more than half, and two leave one
 * to a third. So an owner that comes later finds a place, or waits for one statement at most.
 *
 * @example
 * const lane = new Lane(6);
 * const release = await lane.enter({ owner: 'u-1', request: {} });
 * release();
 */
export class Lane {
  #held = 0;
  /** A Map keeps the order of insertion: the owner served longest ago comes first. */
  readonly #owners = new Map<string, OwnerShare>();
  readonly #mostOfOwner: number;
  readonly #mostOfRequest: number;

  /** @param mostOfOwner places of one owner at most; half of them by default */
  constructor(
    private readonly size: number,
    mostOfOwner = Math.ceil(size / 2),
  ) {
    this.#mostOfOwner = mostOfOwner;
    this.#mostOfRequest = Math.max(1, this.#mostOfOwner - 1);
  }

  /** A place that is free for this holder now; undefined where it would have to wait. */
  tryEnter(holder: Holder): Release | undefined {
    let release: Release | undefined;
    const waiting: Waiting = {
      isGone: false,
      grant: (granted) => {
        release = granted;
      },
    };
    this.#requestOf(holder).waiting.push(waiting);
    this.#serve();
    waiting.isGone = true;
    return release;
  }

  /**
   * Waits for a connection.
   *
   * @param signal ends the wait
   * @throws the signal's reason
   */
  enter(holder: Holder, signal?: AbortSignal): Promise<Release> {
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.isGone = true;
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        isGone: false,
        grant: (release) => {
          signal?.removeEventListener('abort', giveUp);
          resolve(release);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#requestOf(holder).waiting.push(waiting);
      this.#serve();
    });
  }

  #requestOf({ owner, request }: Holder): RequestShare {
    const ofOwner: OwnerShare = this.#owners.get(owner) ?? { held: 0, requests: new Map() };
    this.#owners.set(owner, ofOwner);
    const share = ofOwner.requests.get(request) ?? { held: 0, waiting: [] };
    ofOwner.requests.set(request, share);
    return share;
  }

  #serve(): void {
    while (this.#held < this.size && this.#serveNext());
  }

  /** Grants one connection. @returns false when no request may have one now */
  #serveNext(): boolean {
    for (const [owner, ofOwner] of this.#owners) {
      if (ofOwner.held >= this.#mostOfOwner || ofOwner.held >= this.size - this.#held) continue;
      for (const [request, share] of ofOwner.requests) {
        const waiting = share.held < this.#mostOfRequest ? nextOf(share) : undefined;
        this.#forgetIfIdle({ owner, request });
        if (!waiting) continue;
        this.#grant({ owner, request }, ofOwner, share, waiting);
        return true;
      }
    }
    return false;
  }

  #grant(holder: Holder, ofOwner: OwnerShare, share: RequestShare, waiting: Waiting): void {
    this.#held += 1;
    ofOwner.held += 1;
    share.held += 1;
    // To the end of both orders.
    this.#owners.delete(holder.owner);
    this.#owners.set(holder.owner, ofOwner);
    ofOwner.requests.delete(holder.request);
    ofOwner.requests.set(holder.request, share);
    let isReleased = false;
    waiting.grant(() => {
      if (isReleased) return;
      isReleased = true;
      this.#held -= 1;
      ofOwner.held -= 1;
      share.held -= 1;
      this.#forgetIfIdle(holder);
      this.#serve();
    });
  }

  #forgetIfIdle({ owner, request }: Holder): void {
    const ofOwner = this.#owners.get(owner);
    const share = ofOwner?.requests.get(request);
    if (!ofOwner || !share || share.held > 0 || share.waiting.length > 0) return;
    ofOwner.requests.delete(request);
    if (ofOwner.requests.size === 0 && ofOwner.held === 0) this.#owners.delete(owner);
  }
}

/** The next of a request that still waits. */
function nextOf({ waiting }: RequestShare): Waiting | undefined {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (!next.isGone) return next;
  }
  return undefined;
}
