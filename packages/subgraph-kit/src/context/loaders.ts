import DataLoader from 'dataloader';

type BatchFunction<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/**
 * The DataLoaders of one operation, made when first asked for. A loader is named by its batch function and what that
 * reads from: declare the function once, at the top of a file, and say `loaders.get(batch, database)`.
 */
export class RequestLoaders {
  readonly #loaders = new Map<unknown, Map<unknown, unknown>>();

  get<K, V, Context>(batch: (context: Context) => BatchFunction<K, V>, context: Context): DataLoader<K, V> {
    const ofContext = this.#loaders.get(context) ?? new Map<unknown, unknown>();
    this.#loaders.set(context, ofContext);
    const known = ofContext.get(batch);
    // Stored under its batch function, so the types are those of that function.
    if (known) return known as DataLoader<K, V>;
    const loader = new DataLoader<K, V>(batch(context));
    ofContext.set(batch, loader);
    return loader;
  }
}

/** Arranges rows as a DataLoader wants them: for each key, in order, the rows that belong to it. */
export function groupByKey<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): V[][] {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return keys.map((key) => groups.get(key) ?? []);
}
