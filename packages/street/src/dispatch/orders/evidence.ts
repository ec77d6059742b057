import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** A reference to a document that shows what was done. The document stays where it is; the checksum says which it was. */
@Entity('evidence')
@Directive('@shareable')
@ObjectType({ description: zhEn('办理佐证', 'A document that shows what was done, by reference') })
export class Evidence extends WorkRow {
  @Column('uuid')
  workOrderId: string;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('地址', 'Where the document is: a URI') })
  uri: string;

  @Column('text')
  @Field(() => String, { description: zhEn('媒体类型', 'Media type, e.g. application/pdf') })
  mediaType: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('文件内容的 SHA-256', 'SHA-256 of the document, in lower-case hexadecimal'),
  })
  sha256: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('说明', 'Note') })
  note: string | null;

  @Column('text')
  @Field(() => String, { description: zhEn('提交人(令牌的 sub)', 'Who attached it: the token’s subject') })
  author: string;
}
