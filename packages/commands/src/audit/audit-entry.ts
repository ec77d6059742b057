import { DateTime, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Imported } from './imported';
import { AuditOutcome } from './outcome';

/** A command that was carried out or refused, or a reading on record. Rows are only added, and each holds the hash of the one before it. */
@Entity('audit_entry')
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '审计记录',
    'Entry of the audit trail: one command, executed or refused, or one recorded reading. Entries form a hash chain',
  ),
})
export class AuditEntry {
  @PrimaryColumn('bigint')
  @Field(() => String, { description: zhEn('序号，从1起连续', 'Position in the chain, from 1 without gaps') })
  sequence: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('时间', 'Time of the entry') })
  at: Date;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '操作人(令牌中的人员标识)，无有效令牌为空',
      'Subject of the token. Null without a valid token',
    ),
  })
  actor: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('角色', 'Role that the command was given in') })
  role: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('角色的范围，如 DAYU/HEALTH', 'Scope of the role, e.g. DAYU/HEALTH'),
  })
  scope: string | null;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '操作；一个请求写有多项的，以空格分隔；无法识别的，以及汇总时种类过多的其余部分，为 unknown',
      'Name of the command or of the reading. Several names, separated by spaces, if the refused request had several. `unknown` if no name was recognized, and for the remainder when one summary would hold too many kinds',
    ),
  })
  command: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '输入的 SHA-256 摘要；格式有误的为整个请求的摘要',
      'SHA-256 of the input with sorted keys, in hexadecimal. For a malformed request, SHA-256 of the whole request',
    ),
  })
  inputDigest: string;

  @Column('text')
  @Field(() => AuditOutcome, { description: zhEn('结果', 'Outcome') })
  outcome: AuditOutcome;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('拒绝的错误码', 'Error code of a refusal. Null for executed commands'),
  })
  code: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('被违反的规则', 'Code of the violated rule. Null if none was'),
  })
  rule: string | null;

  @Column('uuid', { array: true })
  @Field(() => [UUID], {
    description: zhEn(
      '写入的对象；查阅记录为所查阅的对象',
      'Ids of the written rows. Of a reading, ids of the rows read',
    ),
  })
  targets: string[];

  @Column('text')
  @Field(() => String, { description: zhEn('请求编号', 'Identifier of the HTTP request') })
  requestId: string;

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, {
    description: zhEn(
      '次数：无有效令牌的、在本处无权执行任何操作的、因过载未执行的请求，以及同一操作人每分钟超过120次的被拒请求，按操作人、操作、错误码和规则合并记录，摘要与请求编号为其中最后一次',
      'Number of requests that the entry counts. Grouped by subject, command, code and rule: requests without a valid token, requests by roles without any command here, requests refused as overloaded, and refusals of one subject beyond 120 a minute. Digest and request id are those of the last one',
    ),
  })
  times: number;

  @Column('jsonb', { nullable: true })
  @Field(() => Imported, {
    nullable: true,
    description: zhEn(
      '所导入的文件，仅导入(mtg import)有',
      'The imported file (`mtg import`). Null for commands',
    ),
  })
  imported: Imported | null;

  @Column('text')
  @Field(() => String, { description: zhEn('前一条的哈希', 'Hash of the previous entry') })
  previousHash: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('本条的哈希', 'SHA-256 of this entry, which includes the previous hash'),
  })
  hash: string;
}
