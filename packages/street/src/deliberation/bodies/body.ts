import {
  BodyKind,
  BODY_KIND_LABELS,
  BodyPosition,
  BODY_POSITION_LABELS,
  EX_OFFICIO_LABELS,
  ExOfficio,
  MEMBER_CATEGORY_LABELS,
  MemberCategory,
} from '@mtg/governance';
import { registerVocabulary, Source, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

registerVocabulary(
  BodyKind,
  'BodyKind',
  { zh: '议事协调机构种类', en: 'Kind of deliberative body' },
  BODY_KIND_LABELS,
);
registerVocabulary(
  BodyPosition,
  'BodyPosition',
  { zh: '席位种类', en: 'Kind of seat in a body' },
  BODY_POSITION_LABELS,
);
registerVocabulary(
  ExOfficio,
  'ExOfficio',
  { zh: '兼任所凭职务', en: 'Offices that entitle to head a body' },
  EX_OFFICIO_LABELS,
);
registerVocabulary(
  MemberCategory,
  'MemberCategory',
  { zh: '成员来源', en: 'Category that a member represents' },
  MEMBER_CATEGORY_LABELS,
);

/**
 * A body that deliberates and coordinates. It is not stored: a street has two by the reform, and each community of the
 * street one, so that an imported community has its body with it.
 */
@Directive('@shareable')
@ObjectType({
  simpleResolvers: true,
  description: zhEn('议事协调机构', 'Deliberative and coordinating body of the street or of a community'),
})
export class Body {
  @Field(() => ID, {
    description: zhEn(
      '机构代码，如 AREA_MANAGEMENT_COMMITTEE；社区大党委为 种类:社区代码',
      'Code, unique in the street: the kind, e.g. AREA_MANAGEMENT_COMMITTEE. For a community’s body: kind, colon, community code',
    ),
  })
  code: string;

  @Field(() => BodyKind, { description: zhEn('种类', 'Kind') })
  kind: BodyKind;

  @Field(() => String, { description: zhEn('名称', 'Name') })
  name: string;

  @Field(() => ID, {
    nullable: true,
    description: zhEn('社区代码', 'Code of the community. Null for the street’s bodies'),
  })
  communityCode: string | null;

  @Field(() => BodyPosition, { description: zhEn('负责人的职位', 'Title of the head of the body') })
  headPosition: BodyPosition;

  @Field(() => [ExOfficio], { description: zhEn('负责人由谁兼任', 'Offices that entitle to head the body') })
  headOffices: readonly ExOfficio[];

  @Field(() => [MemberCategory], { description: zhEn('委员来源', 'Categories that its members represent') })
  memberCategories: readonly MemberCategory[];

  @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
  source: Source;
}
