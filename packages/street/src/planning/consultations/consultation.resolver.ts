import { countRows, readRows, sampleArgument, type CountsAsked } from '@mtg/commands';
import { hasEnded, isLinkedThrough, localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { monthsOf, withDue } from '../dues/due-counts';
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
    @Arg('sample', () => Boolean, sampleArgument) sample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<ConsultationCount[]> {
    const year = yearAsked(given, context.clock.now());
    const isSample = sample ?? false;
    const counted = await countRows<Pair & typeof NONE>(context, Consultation, countsOf(year, isSample));
    const links = await readRows(context, DepartmentLink, {
      where: (statement, row) =>
        `${row}.sample = ${statement.value(isSample)} AND ${row}.since < ${statement.value(`${year + 1}-01-01`, 'text')}::text::date AND coalesce(${row}.until >= ${statement.value(`${year}-01-01`, 'text')}::text::date, true)`,
    });
    const today = localDay(context.clock.now());
    const months = monthsOf(year).filter((month) => hasEnded(month, today));
    const pairs = new Map(links.map((link) => [`${link.centerCode} ${link.departmentCode}`, link]));
    const dues = [...pairs.values()].map(({ centerCode, departmentCode }) => {
      const own = links.filter(
        (link) => link.centerCode === centerCode && link.departmentCode === departmentCode,
      );
      const due = months.filter((month) => own.some((link) => isLinkedThrough(month, link))).length;
      return { centerCode, departmentCode, due };
    });
    return withDue<Pair, typeof NONE>(['centerCode', 'departmentCode'], { dues, counted, none: NONE });
  }
}

type Pair = Pick<ConsultationCount, 'centerCode' | 'departmentCode'>;

const NONE = { held: 0, consultations: 0, confirmed: 0 };

const countsOf = (year: number, isSample: boolean): CountsAsked => ({
  by: ['centerCode', 'departmentCode'],
  where: (statement, row) =>
    `${row}.month BETWEEN ${statement.value(`${year}-01`)} AND ${statement.value(`${year}-12`)} AND ${row}.sample = ${statement.value(isSample)}`,
  counts: (_, row) => ({
    held: `count(DISTINCT ${row}.month)`,
    consultations: 'count(*)',
    confirmed: `count(*) FILTER (WHERE ${row}.state = 'CONFIRMED')`,
  }),
});
