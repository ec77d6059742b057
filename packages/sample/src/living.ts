/** A row while its life is told; it is written once, as it is in the end. */
export class Living<V extends object> {
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
