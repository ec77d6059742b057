import { UUID } from '../schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { zhEn } from '../schema/descriptions';
import { Source } from '../schema/source';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: zhEn('检索结果', 'Search hit') })
export class SearchHit {
  @Field(() => String, {
    description: zhEn('类型名，如 FunctionalCenter', 'GraphQL type of the hit, e.g. FunctionalCenter'),
  })
  typeName: string;

  @Field(() => UUID, {
    nullable: true,
    description: zhEn('标识', 'Id of the hit. Null if it is not a stored row'),
  })
  id: string | null;

  @Field(() => ID, { nullable: true, description: zhEn('代码', 'Code of the hit. Null if it has none') })
  code: string | null;

  @Field(() => String, { description: zhEn('名称', 'Name of the hit') })
  name: string;

  @Field(() => String, { description: zhEn('命中字段', 'Field that contains the text, e.g. aliases') })
  matchedField: string;

  @Field(() => String, { description: zhEn('命中内容', 'Content of that field') })
  matchedText: string;

  @Field(() => Source, { description: zhEn('来源', 'Source of the content of that field') })
  source: Source;
}
