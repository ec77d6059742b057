import { ReferenceRow } from '@mtg/subgraph-kit';
import { Column, type EntityManager } from 'typeorm';

/** Context of a local center's resolvers: the rows of its street. */
export type RowsOfStreet = Pick<EntityManager, 'find' | 'query'>;

/**
 * The base of a street's own centers (seed line 108). Each is an entity with a table, and an object type that
 * implements `Center`, in the street's folder; it appears in `centers` beside the seven.
 */
export abstract class LocalCenter extends ReferenceRow {
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  aliases: string[];

  @Column('text', { nullable: true })
  functionText: string | null;

  /** Finds the codes of the communities that it is for, in order, where it is not for all of the street. */
  static servedCommunities?: (manager: RowsOfStreet) => Promise<readonly string[]>;

  readonly number = null;
  readonly type = null;
  readonly serviceSystem = null;
  readonly sections = [];
  readonly posts = [];
}
