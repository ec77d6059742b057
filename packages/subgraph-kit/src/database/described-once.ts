import { DataSource, type DataSourceOptions, type EntityMetadata } from 'typeorm';
import type { Class } from './class';

/** Descriptions of entities, by the list of their classes. They name classes, tables and columns, and no connection. */
const known = new WeakMap<readonly Class[], readonly EntityMetadata[]>();

/**
 * Data source that takes over the description of its entities from an earlier one with the same list. A street starts with two,
 * that of the owner and that of the role that serves, and describing over a hundred tables takes longer than to connect.
 */
export class DescribedOnce extends DataSource {
  constructor(
    options: DataSourceOptions,
    private readonly classes: readonly Class[],
  ) {
    super(options);
  }

  protected override async buildMetadatas(): Promise<void> {
    const described = known.get(this.classes);
    if (described) this.setOptions({ entities: [] });
    await super.buildMetadatas();
    if (!described) {
      known.set(this.classes, this.entityMetadatas);
      return;
    }
    Object.assign(this, {
      entityMetadatas: described,
      entityMetadatasMap: new Map(described.map((metadata) => [metadata.target, metadata])),
    });
  }
}
