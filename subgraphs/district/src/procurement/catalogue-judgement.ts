import { registerJudgementVocabulary, requireReading } from '@mtg/commands';
import {
  addDays,
  catalogueFindingState,
  DutyStatus,
  FindingState,
  judge,
  localDay,
  r30,
  Verdict,
  yearOf,
  type Bilingual,
  type Counted,
  type LocalDay,
} from '@mtg/governance';
import { LocalDate, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { District } from '../facts/district';
import { lastAnswers } from './last-answer';

registerJudgementVocabulary();

/** The district's duty of a year, and its judgement from the day after it was due, in the words of those of streets. */
@ObjectType({
  simpleResolvers: true,
  description: zhEn('区的考核事项', 'Duty of the district in a period, and its judgement once that is over'),
})
class DistrictJudgement {
  @Field(() => String, { description: zhEn('规则代码', 'Code of the rule') })
  rule: string;

  @Field(() => String, { description: zhEn('周期，如 2026', 'Period, e.g. 2026') })
  period: string;

  @Field(() => String, { description: zhEn('对象', 'Subject: the code of the district') })
  subject: string;

  @Field(() => LocalDate, {
    description: zhEn('应于该日前完成(含当日)', 'Last day on which it is done in time'),
  })
  dueOn: LocalDay;

  @Field(() => DutyStatus, { description: zhEn('应办状态', 'Status as a duty') })
  status: DutyStatus;

  @Field(() => Verdict, {
    nullable: true,
    description: zhEn('考核结论，到期前为空', 'Judgement. Null until the day has passed'),
  })
  verdict: Verdict | null;

  @Field(() => Boolean, {
    description: zhEn('是否靠补录合规', 'Whether it is kept by what was recorded after the day (补录)'),
  })
  late: boolean;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '所缺与改法，或未考核的理由',
      'What is missing and how to correct it, or why it is not judged. Null where it is kept',
    ),
  })
  reason: string | null;

  @Field(() => FindingState, {
    nullable: true,
    description: zhEn(
      '违规的处理状态：未解决、已说明、已确认；未违规为空。说明见 catalogueAnswers',
      'How far a broken period is worked off: open, answered or confirmed. Null where it is not broken. Answers stand in `catalogueAnswers`',
    ),
  })
  findingState: FindingState | null;

  @Field(() => Int, { description: zhEn('计入的事实数', 'Number of facts counted') })
  counted: number;

  @Field(() => [LocalDate], {
    description: zhEn('计入的日期', 'Days on which the facts counted happened'),
  })
  countedDays: readonly LocalDay[];
}

/** Judges the catalogue of each year (R30). A correction is no second one, and its first one keeps the day of issue. */
@Resolver(() => District)
export class CatalogueJudgementsResolver {
  @FieldResolver(() => [DistrictJudgement], {
    nullable: true,
    description: zhEn(
      '购买服务目录的逐年考核：合规、违规或未考核，含今年的应办(R30)',
      'Judgements of the catalogue year by year: kept, broken or not judged, with the duty of this year (R30)',
    ),
  })
  async catalogueJudgements(@Ctx() context: SubgraphContext): Promise<DistrictJudgement[]> {
    requireReading(context, 'PROCUREMENT');
    const today = localDay(context.clock.now());
    const known = await knownCatalogues(context.database);
    const answers = await lastAnswers(context.database);
    const thisYear = Number(yearOf(today));
    const years = [thisYear, ...known.years, ...(known.since ? [Number(yearOf(known.since))] : [])];
    const first = Math.min(...years);
    return Array.from({ length: thisYear - first + 1 }, (_, at) => {
      const year = first + at;
      const last = answers.find((answer) => answer.year === year) ?? null;
      const { verdict, ...answer } = judged(year, today, known);
      return { ...answer, verdict, findingState: catalogueFindingState({ verdict, last }) };
    });
  }
}

/** The verdict on the catalogue of a year; null while the year lasts, or is to come. */
export async function verdictOfYear(
  database: Pick<DataSource, 'query'>,
  year: number,
  today: LocalDay,
): Promise<Verdict | null> {
  return judged(year, today, await knownCatalogues(database)).verdict;
}

interface Known {
  /** Years of surveys and catalogues. */
  readonly years: readonly number[];
  readonly catalogues: readonly (Counted & { readonly year: number })[];
  /** The first day from which any street is judged, and the district with it; null where none is set. */
  readonly since: LocalDay | null;
}

async function knownCatalogues(database: Pick<DataSource, 'query'>): Promise<Known> {
  const catalogues = await database.query(
    `SELECT id, year, issued_on::text AS on, (created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "recordedOn"
     FROM procurement_catalogue WHERE NOT sample AND deleted_at IS NULL AND previous_id IS NULL ORDER BY issued_on`,
  );
  const surveys: readonly { readonly year: number }[] = await database.query(
    'SELECT DISTINCT year FROM needs_survey WHERE NOT sample AND deleted_at IS NULL',
  );
  const [start]: readonly { readonly since: LocalDay | null }[] = await database.query(
    `SELECT min(since)::text AS since FROM (
       SELECT DISTINCT ON (street_code) since FROM judgement_start WHERE NOT sample AND deleted_at IS NULL
       ORDER BY street_code, id DESC) AS started`,
  );
  const years = [...catalogues, ...surveys].map(({ year }: { readonly year: number }) => year);
  return { years, catalogues, since: start?.since ?? null };
}

function judged(
  year: number,
  today: LocalDay,
  { catalogues, since }: Known,
): Omit<DistrictJudgement, 'findingState'> {
  const period = String(year);
  const dueOn = `${period}-12-31`;
  const counted = catalogues.filter((each) => each.year === year);
  const { reason, ...answer } = judge({
    dueOn,
    today,
    counted,
    check: (given) => r30.check({ year: period, today: addDays(dueOn, 1), catalogues: given }),
    excuse: notYet(period, since),
  });
  const said = answer.verdict === 'BROKEN' ? (issuedLate(dueOn, counted) ?? reason) : reason;
  return {
    ...answer,
    rule: 'R30',
    period,
    subject: 'DISTRICT',
    dueOn,
    reason: said && `${said.zh} · ${said.en}`,
    counted: counted.length,
    countedDays: counted.map(({ on }) => on),
  };
}

function issuedLate(dueOn: LocalDay, counted: readonly Counted[]): Bilingual | undefined {
  const [first] = counted;
  if (!first) return undefined;
  return {
    zh: `目录应于 ${dueOn} 前（含当日）下发，到 ${first.on} 才下发，本年仍为违规。请按期下发下一年度的目录。`,
    en: `The catalogue was due on ${dueOn} and issued on ${first.on}, so the rule stays broken for this year. Issue the next one in time.`,
  };
}

function notYet(period: string, since: LocalDay | null): Bilingual | undefined {
  if (since === null) {
    return {
      zh: '区里没有确定考核起始日（setJudgementStart）',
      en: 'The district has set no day from which anything is judged (setJudgementStart)',
    };
  }
  if (`${period}-01-01` >= since) return undefined;
  return {
    zh: `该年开始于考核起始日 ${since} 之前`,
    en: `The year began before ${since}, the first day that is judged`,
  };
}
