import { countRows, readRows, type CountsAsked } from '@mtg/commands';
import { daysOf, localDay, type LocalDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { monthsOf } from '../plans/due-plans';
import { Consultation } from './consultation';
import { ConsultationCount } from './consultation-count';
import { DepartmentLink } from './department-link';

/** Consultations that were held, and those that were due (R18). */
@Resolver(() => Street)
export class StreetConsultationsResolver {
  @FieldResolver(() => [ConsultationCount], {
    nullable: true,
    description: zhEn(
      '月会商统计(R18)',
      'Numbers of consultations of a year, by center and department that were linked in it (R18)',
    ),
  })
  async consultationCounts(
    @Arg('year', () => Int, { description: zhEn('年度', 'Year') }) given: number,
    @Ctx() context: StreetContext,
  ): Promise<ConsultationCount[]> {
    const year = yearAsked(given, context.clock.now());
    const counted = await countRows<Omit<ConsultationCount, 'due'>>(context, Consultation, countsOf(year));
    const months = monthsOf(year);
    const links = await readRows(context, DepartmentLink, {
      where: (statement, row) =>
        `${row}.since < ${statement.value(`${year + 1}-01-01`, 'text')}::text::date AND coalesce(${row}.until >= ${statement.value(`${year}-01-01`, 'text')}::text::date, true)`,
    });
    const today = localDay(context.clock.now());
    const pairs = new Map(links.map((link) => [`${link.centerCode} ${link.departmentCode}`, link]));
    return [...pairs.values()].map(({ centerCode, departmentCode }) => {
      const ofPair = (each: { readonly centerCode: string; readonly departmentCode: string }) =>
        each.centerCode === centerCode && each.departmentCode === departmentCode;
      const own = links.filter(ofPair);
      return {
        ...(counted.find(ofPair) ?? { ...NONE, centerCode, departmentCode }),
        due: months.filter((month) => own.some((link) => isDue(month, link, today))).length,
      };
    });
  }
}

const NONE = { held: 0, consultations: 0, confirmed: 0 };

/** True if a month has ended and a link was in force through all of it. */
function isDue(
  month: string,
  { since, until }: { readonly since: LocalDay; readonly until: LocalDay | null },
  today: LocalDay,
): boolean {
  const days = daysOf(month);
  return (
    days !== undefined && days.last < today && since <= days.first && (until === null || until >= days.last)
  );
}

const countsOf = (year: number): CountsAsked => ({
  by: ['centerCode', 'departmentCode'],
  where: (statement, row) =>
    `${row}.month BETWEEN ${statement.value(`${year}-01`)} AND ${statement.value(`${year}-12`)}`,
  counts: (_, row) => ({
    held: `count(DISTINCT ${row}.month)`,
    consultations: 'count(*)',
    confirmed: `count(*) FILTER (WHERE ${row}.state = 'CONFIRMED')`,
  }),
});
