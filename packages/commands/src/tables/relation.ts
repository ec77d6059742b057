import type { NamedReference } from './column';
import type { TableClass } from './table';

interface RowRelation {
  /** Name of the field. */
  readonly name: string;
  /** Chinese first, then English. */
  readonly description: string;
  readonly target: TableClass;
  /** The property that refers: of this row for a parent, of the target's for children. */
  readonly by: string;
  /** The property that is referred to: of the target for a parent, of this row for children. */
  readonly key: string;
}

/** A field that leads from a row to the row that it points at. */
export interface ParentRelation extends RowRelation {
  readonly kind: 'PARENT';
}

/** A field that leads from a row to those that point at it, or to the only one. */
export interface ChildRelation extends RowRelation {
  /** A page of children, all of them, or the only one. */
  readonly kind: 'CHILDREN' | 'WHOLE' | 'CHILD';
}

/** A field that leads from a code or an id to what it stands for elsewhere. */
export interface NamedRelation {
  readonly kind: 'NAMED';
  readonly name: string;
  readonly description: string;
  readonly by: string;
  readonly many: boolean;
  readonly reference: NamedReference;
}

export type Relation = ParentRelation | ChildRelation | NamedRelation;
