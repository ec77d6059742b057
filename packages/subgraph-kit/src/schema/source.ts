import { parseCitation } from '@mtg/governance';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { zhEn } from './descriptions';

export enum SourceKind {
  STUDY = 'STUDY',
  STATISTICS = 'STATISTICS',
  PACKAGE = 'PACKAGE',
  IMPORT = 'IMPORT',
  DOCUMENT = 'DOCUMENT',
}
registerEnumType(SourceKind, {
  name: 'SourceKind',
  description: zhEn('来源种类', 'Kind of source'),
  valuesConfig: {
    STUDY: { description: zhEn('课题研究报告', 'Study report on the reform') },
    STATISTICS: { description: zhEn('国家统计局区划代码', 'Statistical division codes') },
    PACKAGE: { description: zhEn('公开发布的数据包', 'Published package of data') },
    IMPORT: { description: zhEn('由工作人员导入的文件', 'File imported by staff') },
    DOCUMENT: { description: zhEn('决策或文件', 'Decision or document, by its number') },
  },
});

/** Where a fact comes from. Stored as a short citation (`seed:108`, `nbs:110109003024`), shown taken apart. */
@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: zhEn('来源', 'Source of a fact') })
export class Source {
  @Field(() => String, { description: zhEn('引注，如 seed:108', 'Citation, e.g. seed:108') })
  citation: string;

  @Field(() => SourceKind, { description: zhEn('来源种类', 'Kind of source') })
  kind: SourceKind;

  @Field(() => String, { description: zhEn('文献名称', 'Title of the document') })
  document: string;

  @Field(() => Int, {
    nullable: true,
    description: zhEn('行号(首行)', 'Line number (first line of the passage)'),
  })
  line: number | null;

  @Field(() => Int, {
    nullable: true,
    description: zhEn('末行行号', 'Last line number. Null for a single line'),
  })
  endLine: number | null;

  @Field(() => String, { nullable: true, description: zhEn('统计用区划代码', 'Statistical division code') })
  code: string | null;
}

/** @throws Error when the citation is not one; reference data is checked for this as it is loaded */
export function toSource(citation: string): Source {
  const parsed = parseCitation(citation);
  return Object.assign(new Source(), {
    citation: parsed.citation,
    kind: SourceKind[parsed.kind],
    document: parsed.document,
    line: parsed.line ?? null,
    endLine: parsed.endLine ?? null,
    code: parsed.code ?? null,
  });
}
