import { zhEn } from '@mtg/subgraph-kit';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../../district-references/references';
import { FeedbackReport } from './feedback-report';

/** Leads from a report to the departments that it goes to. */
@Resolver(() => FeedbackReport)
export class FeedbackReportResolver {
  @FieldResolver(() => [Department], {
    nullable: true,
    description: zhEn('反馈的职能部门', 'The departments that it goes to; null while the district is down'),
  })
  departments(@Root() { departmentCodes }: FeedbackReport): Department[] {
    return departmentCodes.map((code) => ({ code }));
  }
}
