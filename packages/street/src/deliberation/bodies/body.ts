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
  { zh: '席位种类', en: 'What a seat in a body is' },
  BODY_POSITION_LABELS,
);
registerVocabulary(
  ExOfficio,
  'ExOfficio',
  { zh: '兼任所凭职务', en: 'Offices whose holder heads a body' },
  EX_OFFICIO_LABELS,
);
registerVocabulary(
  MemberCategory,
  'MemberCategory',
  { zh: '成员来源', en: 'Whom the bodies draw in' },
  MEMBER_CATEGORY_LABELS,
);

/**
 * A body that deliberates and coordinates. It is not stored: a street has two by the reform, and each community of the
 * street one, so that whoever imports a community has its body with it.
 */
@Directive('@shareable')
@ObjectType({
  simpleResolvers: true,
  description: zhEn(
    '议事协调机构',
    'A body that deliberates and coordinates, of the street or of a community',
  ),
})
export class Body {
  @Field(() => ID, {
    description: zhEn(
      '机构代码，如 AREA_MANAGEMENT_COMMITTEE；社区大党委为 种类:社区代码',
      'Code, unique in its street: the kind; for a community’s body the kind, a colon and the code of the community',
    ),
  })
  code: string;

  @Field(() => BodyKind, { description: zhEn('种类', 'Kind') })
  kind: BodyKind;

  @Field(() => String, { description: zhEn('名称', 'Name') })
  name: string;

  @Field(() => ID, {
    nullable: true,
    description: zhEn('社区代码', 'Code of the community, for a community’s body; null for the street’s'),
  })
  communityCode: string | null;

  @Field(() => BodyPosition, { description: zhEn('负责人的职位', 'What the head of the body is called') })
  headPosition: BodyPosition;

  @Field(() => [ExOfficio], { description: zhEn('负责人由谁兼任', 'By which offices somebody heads it') })
  headOffices: readonly ExOfficio[];

  @Field(() => [MemberCategory], { description: zhEn('委员来源', 'Whom its members are drawn from') })
  memberCategories: readonly MemberCategory[];

  @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
  source: Source;
}
