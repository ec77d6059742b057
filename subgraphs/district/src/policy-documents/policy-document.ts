import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { Department } from '../departments/department';

export enum PolicyDocumentKind {
  LEADING = 'LEADING',
  SUPPORTING = 'SUPPORTING',
  ACTION_PLAN = 'ACTION_PLAN',
}
registerEnumType(PolicyDocumentKind, {
  name: 'PolicyDocumentKind',
  description: zhEn('文件种类', 'Kind of policy document'),
  valuesConfig: {
    LEADING: {
      description: zhEn('统领性文件(“1+X”的“1”)', 'The “1” of “1+X”: the governing document of the reform'),
    },
    SUPPORTING: {
      description: zhEn('配套文件(“1+X”的“X”)', 'An “X” of “1+X”: a supporting document'),
    },
    ACTION_PLAN: { description: zhEn('行动计划', 'Action plan with its task breakdown') },
  },
});

/** A document of the reform, by title; the platform holds no full texts. */
@Entity('policy_document')
@Unique('policy_document_code', ['code'])
@Check('policy_document_kind', `kind IN ('LEADING', 'SUPPORTING', 'ACTION_PLAN')`)
@Directive('@key(fields: "code")')
@ObjectType({ description: zhEn('政策文件', 'Policy document of the reform') })
export class PolicyDocument extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('文件代码', 'Code of the document') })
  code: string;

  /** `name` in the table, as in every other; the schema says `title`. */
  @Column('text')
  @Field(() => String, { name: 'title', description: zhEn('标题', 'Title of the document') })
  name: string;

  @Column('text')
  @Field(() => PolicyDocumentKind, { description: zhEn('文件种类', 'Kind of document') })
  kind: PolicyDocumentKind;

  @Column('text', { nullable: true })
  issuerCode: string | null;

  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({
    name: 'issuer_code',
    referencedColumnName: 'code',
    foreignKeyConstraintName: 'policy_document_issuer_fk',
  })
  protected readonly issuerRow?: Relation<Department>;
}
