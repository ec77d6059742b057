import { ReferenceRow } from '@mtg/subgraph-kit';
import { Column, Entity, Unique } from 'typeorm';

/** The street itself, for SQL: one row that its communities' codes are held against. */
@Entity('street')
@Unique('street_code', ['code'])
@Unique('street_division_code', ['divisionCode'])
export class StreetRow extends ReferenceRow {
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  divisionCode: string;
}
