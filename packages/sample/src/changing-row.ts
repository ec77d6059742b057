/** A row that changes step by step. It is written once, in its final state. */
export class ChangingRow<V extends object> {
  version = 1;
  updatedAt: Date;

  constructor(
    readonly id: string,
    readonly createdAt: Date,
    public values: V,
  ) {
    this.updatedAt = createdAt;
  }

  /** As it is now. */
  get row(): V & { readonly id: string; readonly version: number } {
    return { ...this.values, id: this.id, version: this.version };
  }

  change(moment: Date, values: Partial<V>): void {
    this.values = { ...this.values, ...values };
    this.updatedAt = moment;
    this.version += 1;
  }
}
