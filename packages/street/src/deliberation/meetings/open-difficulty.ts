import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Difficulty } from './difficulty';

/** A difficulty as a monthly meeting had it before it (R20). */
@Directive('@shareable')
@ObjectType({
  description: zhEn('会上待解决的困难与问题', 'Difficulty that was open when a meeting was held (R20)'),
})
export class OpenDifficulty {
  @Field(() => Difficulty, { description: zhEn('困难与问题', 'Difficulty') })
  difficulty: Difficulty;

  @Field(() => Int, {
    description: zhEn(
      '至会议当日已历时天数，当日提出的为0',
      'Days from its report to the day of the meeting. 0 if it was reported there',
    ),
  })
  daysOpen: number;
}
