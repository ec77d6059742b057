import { CenterType, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/**
 * Types of the district that a street points to. Here they are keys only; the gateway asks the district for the
 * rest. Each field that gives one is nullable, so that a street answers while the district is down.
 */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ description: zhEn('区职能部门', 'Functional department of the district') })
export class Department {
  @Field(() => ID, { description: zhEn('部门代码', 'Code of the department') })
  code: string;
}

/** The department with this code. */
export const departmentOf = (code: string): Department => ({ code });

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ description: zhEn('基础任务', 'Base task of one type of center') })
export class BaseTask {
  @Field(() => ID, { description: zhEn('任务代码', 'Code of the task') })
  code: string;
}

/** The base task with this code. */
export const baseTaskOf = (code: string): BaseTask => ({ code });

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ description: zhEn('政策文件', 'Policy document of the reform') })
export class PolicyDocument {
  @Field(() => ID, { description: zhEn('文件代码', 'Code of the document') })
  code: string;
}

/** The base tasks of one type of center. Keyed by the type, so that tasks imported later need no street's action. */
@Directive('@key(fields: "centerType", resolvable: false)')
@ObjectType({ description: zhEn('中心基础任务', 'Base tasks of one type of center') })
export class CenterBaseTasks {
  @Field(() => CenterType, { description: zhEn('中心类型', 'Type of the center') })
  centerType: CenterType;
}

/** A document of 区政府 or 区委 by which it approves something (R07). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: zhEn(
    '区政府或区委批准文件',
    'Approval by the district government or the District Party Committee',
  ),
})
export class Approval {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** A transfer of funds in the district's books (R31). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: zhEn('资金转拨', 'Transfer of funds to a street') })
export class FundTransfer {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** A recall of funds in the district's books (R31). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: zhEn('资金收回', 'Recall of funds that a street has not spent') })
export class FundRecall {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** An organization of the district's registry (R29, R30). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: zhEn('社会组织', 'Social organization of the district’s registry (R29)'),
})
export class SocialOrganization {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** A need of a catalogue of the district's (R30). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: zhEn('购买服务需求', 'Need of a procurement catalogue, which service projects cite (R30)'),
})
export class ProcurementNeed {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** A catalogue of needs of the district's (R30). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: zhEn(
    '政府购买公共服务项目需求目录',
    'Catalogue of needs for procured public services, one a year (R30)',
  ),
})
export class ProcurementCatalogue {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}

/** A result of an appraisal, which reports on members rest on (R15). */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: zhEn(
    '考核评议结果',
    'Result of an appraisal or democratic review, under its scheme as named. Its structure is free',
  ),
})
export class AppraisalResult {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;
}
