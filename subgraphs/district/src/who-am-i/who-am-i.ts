import { NamedCommand } from '@mtg/commands';
import { DateTime, zhEn, type StreetFields } from '@mtg/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Department } from '../departments/department';
import { Street } from '../streets/street';

@ObjectType({ description: zhEn('调用者', 'Caller, by the token') })
export class WhoAmI {
  @Field(() => String, { description: zhEn('令牌中的人员标识', 'Token subject') })
  subject: string;

  @Field(() => String, { nullable: true, description: zhEn('姓名', 'Name. Null where the token has none') })
  name: string | null;

  @Field(() => ID, { description: zhEn('角色代码，如 CENTER_HEAD', 'Code of the role, e.g. CENTER_HEAD') })
  role: string;

  @Field(() => String, { description: zhEn('角色名称', 'Name of the role, in Chinese and English') })
  roleName: string;

  @Field(() => Street, {
    nullable: true,
    description: zhEn(
      '所在街道；中心和社区见其 myCenter、myCommunity',
      'Street of the role, which has the center and the community as `myCenter` and `myCommunity`. Null without one',
    ),
  })
  street: StreetFields | null;

  @Field(() => ID, { nullable: true, description: zhEn('中心代码', 'Code of the center. Null without one') })
  center: string | null;

  @Field(() => ID, {
    nullable: true,
    description: zhEn('社区代码', 'Code of the community. Null without one'),
  })
  community: string | null;

  @Field(() => Department, {
    nullable: true,
    description: zhEn('区职能部门', 'Department of the district. Null without one'),
  })
  department: Department | null;

  @Field(() => [NamedCommand], {
    description: zhEn('此角色可以下达的命令', 'Commands that the role may give within its scope'),
  })
  commands: readonly NamedCommand[];

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('令牌的有效期止', 'Time at which the token expires'),
  })
  validUntil: Date | null;
}
