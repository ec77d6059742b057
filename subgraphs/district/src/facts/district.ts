import { toSource, zhEn, Source } from '@mtg/subgraph-kit';
import { DISTRICT } from '@mtg/subgraphs';
import { Field, ID, ObjectType } from 'type-graphql';

/** The district itself. Its figures come from the facts, so that each stands in one place with its source. */
@ObjectType({ description: zhEn('区', 'The district') })
export class District {
  @Field(() => ID, { description: zhEn('统计用区划代码(6位)', 'Statistical division code, 6 digits') })
  divisionCode: string = DISTRICT.divisionCode;

  @Field(() => String, { description: zhEn('名称', 'Name') })
  name: string = DISTRICT.title;

  @Field(() => Source, { description: zhEn('来源', 'Source of code and name') })
  source: Source = toSource(`nbs:${DISTRICT.divisionCode}`);
}
