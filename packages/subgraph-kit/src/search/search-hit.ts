import { UUID } from '../schema/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { zhEn } from '../schema/descriptions';
import { Source } from '../schema/source';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: zhEn('检索结果', 'One thing that a search found') })
export class SearchHit {
  @Field(() => String, {
    description: zhEn('类型名，如 FunctionalCenter', 'GraphQL type of the thing found'),
  })
  typeName: string;

  @Field(() => UUID, { nullable: true, description: zhEn('标识', 'Its identifier, if it is a stored row') })
  id: string | null;

  @Field(() => ID, { nullable: true, description: zhEn('代码', 'Its code, if it has one') })
  code: string | null;

  @Field(() => String, { description: zhEn('名称', 'Its name') })
  name: string;

  @Field(() => String, { description: zhEn('命中字段', 'The field in which the text stands, e.g. aliases') })
  matchedField: string;

  @Field(() => String, { description: zhEn('命中内容', 'The content of that field') })
  matchedText: string;

  @Field(() => Source, { description: zhEn('来源', 'Source of the content of that field') })
  source: Source;
}
