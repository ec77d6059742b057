import type { DataSource } from 'typeorm';

/**
 * Cancels statements at the server. Those that come while it cancels are cancelled together, so that many clients that
 * leave at once take one connection.
 */
export class Canceller {
  #next: Promise<void> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #processIds: number[] = [];

  /** @param database connected as the role whose statements these are */
  constructor(private readonly database: DataSource) {}

  /**
   * Tells a backend to cancel what it is doing. Keep its connection until this has returned: the backend must not have
   * begun with anything else.
   */
  cancel(processId: number): Promise<void> {
    this.#processIds.push(processId);
    this.#next ??= this.#last.then(() => this.#cancelAll());
    this.#last = this.#next;
    return this.#next;
  }

  async #cancelAll(): Promise<void> {
    const ids = this.#processIds;
    this.#processIds = [];
    this.#next = undefined;
    // A server that does not answer does not cancel either; then the connection is cut.
    await this.database
      .query('SELECT pg_cancel_backend(id) FROM unnest($1::int[]) AS id', [ids])
      .catch(() => undefined);
  }
}
