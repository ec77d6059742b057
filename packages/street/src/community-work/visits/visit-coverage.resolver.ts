import { readScope } from '@mtg/access';
import { countRows, type CountsAsked, sampleArgument } from '@mtg/commands';
import { daysOf, localDay, monthOf } from '@mtg/governance';
import { listReference, refuse, zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { Community } from '../../organization/community';
import { CommunityVisit } from './community-visit';
import { VisitCoverage } from './visit-coverage';

type Numbers = Pick<VisitCoverage, 'visits' | 'days' | 'people'>;

type Span = NonNullable<ReturnType<typeof daysOf>>;

const NONE: Numbers = { visits: 0, days: 0, people: 0 };

@Resolver(() => Street)
export class StreetVisitCoverageResolver {
  @FieldResolver(() => [VisitCoverage], {
    nullable: true,
    description: zhEn(
      '社区走访统计：每个可查阅的社区一个月的走访，没有走访的也在其中',
      'Visits to each community that the caller reads in a month, those without any included',
    ),
  })
  async visitCoverage(
    @Arg('month', () => String, {
      nullable: true,
      description: zhEn('月份，如 2026-11，默认本月', 'Month, e.g. 2026-11. Default: the current month'),
    })
    month: string | null,
    @Arg('unvisited', () => Boolean, {
      nullable: true,
      description: zhEn('只列没有走访的', 'True lists only communities without a visit'),
    })
    isUnvisited: boolean | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly VisitCoverage[]> {
    const asked = month ?? monthOf(localDay(context.clock.now()));
    const counted = await countRows<Numbers & { readonly communityCode: string }>(
      context,
      CommunityVisit,
      countsOf(spanOf(asked), isSample ?? false),
    );
    const numbers = new Map(counted.map(({ communityCode, ...counts }) => [communityCode, counts]));
    return (await readCommunities(context))
      .map((community) => ({
        communityCode: community.code,
        community,
        month: asked,
        ...(numbers.get(community.code) ?? NONE),
      }))
      .filter(({ visits }) => isUnvisited !== true || visits === 0);
  }
}

/** The index on the day of visits gives the month. */
const countsOf = ({ first, last }: Span, isSample: boolean): CountsAsked => ({
  by: ['communityCode'],
  where: (statement, row) =>
    `${row}.day BETWEEN ${statement.value(first)}::date AND ${statement.value(last)}::date
      AND ${row}.sample = ${statement.value(isSample)}`,
  counts: (_, row) => ({
    visits: 'count(*)',
    days: `count(DISTINCT ${row}.day)`,
    people: `count(DISTINCT ${row}.staff_subject)`,
  }),
});

/** Communities whose visits the caller reads, by code: a secretary is not told that others have none. */
async function readCommunities({ actor, owner, database }: StreetContext): Promise<readonly Community[]> {
  const scope = readScope(actor, 'VISITS', owner);
  const own = scope.kind === 'SOME' ? (scope.of.COMMUNITY ?? '') : undefined;
  return listReference(database, Community, {
    ...(own !== undefined && { where: { code: own } }),
    orderBy: 'code',
  });
}

/** @throws PublicError BAD_USER_INPUT for what is no month */
function spanOf(month: string): Span {
  const span = /^\d{4}-\d{2}$/u.test(month) ? daysOf(month) : undefined;
  if (span) return span;
  throw refuse.badArgument('month', {
    zh: `“${month.slice(0, 20)}”不是月份。请写作 2026-11`,
    en: `“${month.slice(0, 20)}” is not a month. Write it as in 2026-11`,
  });
}
