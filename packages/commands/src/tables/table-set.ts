import { zhEn } from '@mtg/subgraph-kit';
import type { Column, NamedReference, TableReference } from './column';
import { requireShortName } from './name-length';
import type { Relation } from './relation';
import { targetOf, type TableClass } from './table';

/** The tables of one subgraph, and how their rows lead to one another. */
export class TableSet {
  readonly #relations = new Map<TableClass, Map<string, Relation>>();
  /** Each after those that it refers to. */
  readonly inLoadOrder: readonly TableClass[];

  /**
   * @param tables in which work is recorded
   * @param references tables of reference data, which those may refer to
   */
  constructor(
    readonly tables: readonly TableClass[],
    readonly references: readonly TableClass[] = [],
  ) {
    this.inLoadOrder = ordered(tables, references);
    const all = [...references, ...this.inLoadOrder];
    for (const each of all) this.#relations.set(each, new Map());
    for (const each of all) this.#relate(each);
  }

  /** The fields that lead from a row of this table to others, by name. */
  relationsOf(table: TableClass): ReadonlyMap<string, Relation> {
    const relations = this.#relations.get(table);
    if (!relations) throw new Error(`${table.table.name} is no table of this subgraph`);
    return relations;
  }

  #relate(child: TableClass): void {
    for (const [property, column] of Object.entries(child.table.columns)) {
      const { reference } = column;
      if (reference?.kind === 'NAMED') this.#add(child, named(property, column, reference));
      if (reference?.kind === 'TABLE') this.#relateTo(child, property, reference);
    }
  }

  #relateTo(child: TableClass, by: string, reference: TableReference): void {
    const target = targetOf(reference);
    const key = reference.key ?? 'id';
    this.#add(child, {
      kind: 'PARENT',
      name: reference.name ?? by.replace(/(?:Id|Code|Name)$/, ''),
      description: described(reference, target.table.description),
      target,
      by,
      key,
    });
    if (reference.inverse === undefined) return;
    const inverse = typeof reference.inverse === 'string' ? { name: reference.inverse } : reference.inverse;
    this.#add(target, {
      kind: inverse.single ? 'CHILD' : inverse.whole ? 'WHOLE' : 'CHILDREN',
      name: inverse.name,
      description: described(inverse, inverse.single ? child.table.description : child.table.listDescription),
      target: child,
      by,
      key,
    });
  }

  #add(table: TableClass, relation: Relation): void {
    const relations = this.#relations.get(table);
    if (!relations) throw new Error(`${table.table.name} is referred to, and no table of this subgraph`);
    const { name } = relation;
    if (relations.has(name)) throw new Error(`${table.table.name} has two fields named ${name}`);
    requireShortName(table.table.name, name);
    relations.set(name, relation);
  }
}

const described = ({ zh, en }: { readonly zh?: string; readonly en?: string }, ofTable: string): string =>
  zh !== undefined && en !== undefined ? zhEn(zh, en) : ofTable;

const named = (by: string, { sql }: Column<unknown>, reference: NamedReference): Relation => ({
  kind: 'NAMED',
  name: reference.name,
  description: zhEn(reference.zh, reference.en),
  by,
  many: sql === 'text[]',
  reference,
});

/** The tables that one refers to, itself left out. */
const referredTo = (table: TableClass): readonly TableClass[] =>
  Object.values(table.table.columns).flatMap(({ reference }) => {
    const target = reference?.kind === 'TABLE' ? targetOf(reference) : undefined;
    return target && target !== table ? [target] : [];
  });

/** @throws Error for tables that refer to each other in a circle, or to one that is not among them */
function ordered(tables: readonly TableClass[], references: readonly TableClass[]): readonly TableClass[] {
  const done = new Set<TableClass>(references);
  const underway = new Set<TableClass>();
  const visit = (table: TableClass): void => {
    if (done.has(table)) return;
    if (underway.has(table)) throw new Error(`${table.table.name} refers to itself through others`);
    if (!tables.includes(table)) throw new Error(`${table.table.name} is referred to, and not listed`);
    underway.add(table);
    for (const target of referredTo(table)) visit(target);
    done.add(table);
  };
  for (const table of tables) visit(table);
  return [...done].filter((table) => !references.includes(table));
}
