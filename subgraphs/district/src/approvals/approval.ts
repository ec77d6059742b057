import { WorkRow } from '@mtg/commands';
import {
  APPROVAL_AUTHORITY_LABELS,
  APPROVAL_PURPOSE_LABELS,
  ApprovalAuthority,
  ApprovalPurpose,
} from '@mtg/governance';
import { DateTime, LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  ApprovalAuthority,
  'ApprovalAuthority',
  { zh: '批准机关', en: 'Who approves' },
  APPROVAL_AUTHORITY_LABELS,
);

registerVocabulary(
  ApprovalPurpose,
  'ApprovalPurpose',
  { zh: '批准事项', en: 'What an approval is for' },
  APPROVAL_PURPOSE_LABELS,
);

/** A document by which 区政府 or 区委 approves something (R07, R32), as those who issued it recorded it. */
@Entity('approval')
@Directive('@key(fields: "id")')
@ObjectType({
  description: zhEn('区政府或区委批准文件', 'An approval by the district government or Party Committee'),
})
export class Approval extends WorkRow {
  @Column('text')
  @Field(() => ApprovalAuthority, { description: zhEn('批准机关', 'Who approved') })
  authority: ApprovalAuthority;

  @Column('text')
  @Field(() => String, { description: zhEn('文号，唯一', 'Number of the document, unique') })
  number: string;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title of the document') })
  title: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('批准日期', 'Day of the decision') })
  decidedOn: string;

  @Column('text', { nullable: true })
  @Field(() => ApprovalPurpose, {
    nullable: true,
    description: zhEn(
      '批准事项，空为登记时未要求填写',
      'What it is for; null where that was not asked for when it was recorded',
    ),
  })
  purpose: ApprovalPurpose | null;

  @Column('text', { array: true, nullable: true })
  @Field(() => [String], {
    nullable: true,
    description: zhEn('所任命的人员，仅用于任命', 'Whom it appoints; for an appointment only'),
  })
  appointees: string[] | null;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn('所批准的部门代码，空为不限', 'Code of the department it was given to; null for any'),
  })
  departmentCode: string | null;

  @Column('text', { array: true, nullable: true })
  @Field(() => [ID], {
    nullable: true,
    description: zhEn('适用街道代码，空为全部', 'Codes of the streets it covers; null for all'),
  })
  streetCodes: string[] | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('文件地址', 'Where the document is kept; null when it is not said'),
  })
  documentUri: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('文件的 SHA-256', 'SHA-256 of the document, in hexadecimal; null when it is not said'),
  })
  documentSha256: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('撤销时间，空为有效', 'When it was revoked; null while it holds'),
  })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('撤销理由', 'Why it was revoked') })
  revocationReason: string | null;
}
