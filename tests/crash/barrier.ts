/** Holds clients up before their next command, so that something can be killed while no command is under way. */
export class Barrier {
  #removed = false;
  #closed: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
  /** Clients that wait for it to be opened. */
  waiting = 0;

  close(): void {
    if (this.#closed || this.#removed) return;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.#closed = { opened, open };
  }

  open(): void {
    this.#closed?.open();
    this.#closed = undefined;
  }

  /** Opens it for good. */
  remove(): void {
    this.#removed = true;
    this.open();
  }

  /** Waits as long as it is closed. */
  async pass(): Promise<void> {
    while (this.#closed) {
      this.waiting += 1;
      await this.#closed.opened;
      this.waiting -= 1;
    }
  }
}
