import { CALENDAR_DAY_LABELS, CalendarDayKind } from '@mtg/governance';
import { LocalDate, ReferenceRow, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';

registerVocabulary(
  CalendarDayKind,
  'CalendarDayKind',
  { zh: '节假日种类', en: 'Kind of a day that differs from the working week' },
  CALENDAR_DAY_LABELS,
);

/** A day off from Monday to Friday, or on a weekend that belongs to it, and a weekend that is worked instead. */
@Entity('calendar_day')
@Unique('calendar_day_day', ['day'])
@Check('calendar_day_kind', `kind IN ('HOLIDAY', 'WORKED')`)
@ObjectType({
  description: zhEn(
    '节假日安排：放假或调休上班的日期',
    'Day on which the working week differs: a public holiday, or a weekend that is worked instead',
  ),
})
export class CalendarDay extends ReferenceRow {
  /** Text, as it is the key of imports. */
  @Column('text')
  @Field(() => LocalDate, { description: zhEn('日期', 'Day') })
  day: string;

  @Column('text')
  @Field(() => CalendarDayKind, { description: zhEn('放假或调休上班', 'Day off, or make-up working day') })
  kind: CalendarDayKind;

  @Column('text')
  @Field(() => String, { description: zhEn('节日名称', 'Name of the holiday') })
  name: string;
}
