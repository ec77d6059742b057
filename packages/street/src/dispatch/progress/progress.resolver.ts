import { readRows, requireReading, sampleArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { KeyPoint } from '../../deliberation/yearly/key-point';
import { baseTaskOf } from '../../district-references/references';
import { yearArgument, yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { Project } from '../projects/project';
import { countOrders, summed, type CountedOrders } from './order-counts';
import { WorkProgress } from './work-progress';

/** Progress of the street's work, by what it is done for. */
@Resolver(() => Street)
export class StreetProgressResolver {
  @FieldResolver(() => [WorkProgress], {
    nullable: true,
    description: zhEn(
      '工作要点的进度：某年的各项，没有派单的也在其中',
      'Progress of the key points of a year, those without work orders included',
    ),
  })
  async keyPointProgress(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly WorkProgress[]> {
    const keyPoints = await keyPointsOf(context, yearOf(context, year), isSample);
    const counted = await countOrders(context, {
      keyPointIds: keyPoints.map(({ id }) => id),
      projectIds: [],
    });
    return keyPoints.map(({ id, number, title, baseTaskCodes }) => {
      const own = counted.filter(({ keyPointId }) => keyPointId === id);
      return {
        id,
        number: String(number),
        title,
        baseTaskCodes,
        keyPoints: 1,
        projects: projectsIn(own).size,
        ...summed(own),
      };
    });
  }

  @FieldResolver(() => [WorkProgress], {
    nullable: true,
    description: zhEn(
      '项目的进度：某年在实施期内的各项目，没有派单的也在其中',
      'Progress of the projects that run in a year, those without work orders included',
    ),
  })
  async projectProgress(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly WorkProgress[]> {
    const projects = await projectsOf(context, yearOf(context, year), isSample);
    const counted = await countOrders(context, { keyPointIds: [], projectIds: projects.map(({ id }) => id) });
    return projects.map(({ id, number, title, baseTaskCodes }) => {
      const own = counted.filter(({ projectId }) => projectId === id);
      const keyPoints = new Set(own.flatMap(({ keyPointId }) => keyPointId ?? [])).size;
      return { id, number, title, baseTaskCodes, keyPoints, projects: 1, ...summed(own) };
    });
  }

  @FieldResolver(() => [WorkProgress], {
    nullable: true,
    description: zhEn(
      '基础任务的进度：由某年的工作要点、在实施期内的项目和直接引用的派单落实；派单引用了基础任务的只计入所引用的，其余按工作要点和项目计，每项任务中每张只计一次',
      'Progress of the base tasks that key points of a year, projects that run in it, and work orders of it carry out. An order that cites base tasks counts for these alone, others for those of their key point and project, once for each task',
    ),
  })
  async baseTaskProgress(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly WorkProgress[]> {
    const asked = yearOf(context, year);
    const keyPoints = (await keyPointsOf(context, asked, isSample)).filter(isOfTask);
    const projects = (await projectsOf(context, asked, isSample)).filter(isOfTask);
    const counted = await countOrders(context, {
      keyPointIds: keyPoints.map(({ id }) => id),
      projectIds: projects.map(({ id }) => id),
      citingIn: { year: asked, sample: isSample ?? false },
    });
    const citing = counted.filter(isOfTask);
    const codes = new Set(
      [...keyPoints, ...projects, ...citing].flatMap(({ baseTaskCodes }) => baseTaskCodes),
    );
    return [...codes].toSorted().map((code) => {
      const idsOf = (rows: readonly Carrying[]) =>
        new Set(rows.filter(({ baseTaskCodes }) => baseTaskCodes.includes(code)).map(({ id }) => id));
      const [ofKeyPoints, ofProjects] = [idsOf(keyPoints), idsOf(projects)];
      const own = counted.filter((orders) =>
        isOfTask(orders)
          ? orders.baseTaskCodes.includes(code)
          : ofKeyPoints.has(orders.keyPointId ?? '') || ofProjects.has(orders.projectId),
      );
      return {
        id: null,
        number: code,
        title: null,
        baseTaskCodes: [code],
        baseTask: baseTaskOf(code),
        keyPoints: ofKeyPoints.size,
        projects: new Set([...ofProjects, ...projectsIn(own)]).size,
        ...summed(own),
      };
    });
  }
}

type Carrying = Pick<KeyPoint | Project, 'id' | 'baseTaskCodes'>;

const isOfTask = ({ baseTaskCodes }: { readonly baseTaskCodes: readonly string[] }): boolean =>
  baseTaskCodes.length > 0;

const projectsIn = (counted: readonly CountedOrders[]): ReadonlySet<string> =>
  new Set(counted.map(({ projectId }) => projectId));

/** Progress is for those who read work orders. */
function yearOf(context: StreetContext, year: number | null): number {
  requireReading(context, 'DISPATCH');
  return yearAsked(year, context.clock.now());
}

const keyPointsOf = (context: StreetContext, year: number, isSample: boolean | null) =>
  readRows(context, KeyPoint, {
    where: (statement, row) =>
      `${row}.year = ${statement.value(year)} AND ${row}.sample = ${statement.value(isSample ?? false)}`,
    order: (row) => `${row}.number`,
  });

const projectsOf = (context: StreetContext, year: number, isSample: boolean | null) =>
  readRows(context, Project, {
    where: (statement, row) => {
      const of = statement.value(year, 'int');
      return `${row}.deadline >= make_date(${of}, 1, 1) AND ${row}.year <= ${of}
        AND ${row}.sample = ${statement.value(isSample ?? false)}`;
    },
    order: (row) => `${row}.number`,
  });
