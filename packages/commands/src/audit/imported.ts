import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Of an entry that is an import: which file it was, who ran it, and how much it wrote. Part of the entry's hash. */
@Directive('@shareable')
@ObjectType({
  simpleResolvers: true,
  description: zhEn('导入的文件', 'Imported file: name, digest, operator and number of rows'),
})
export class Imported {
  @Field(() => String, {
    description: zhEn('文件名，即各行所引来源', 'File name, as cited by the imported rows'),
  })
  fileName: string;

  @Field(() => String, { description: zhEn('文件内容的 SHA-256', 'SHA-256 of the file, in hexadecimal') })
  sha256: string;

  @Field(() => Boolean, {
    description: zhEn('是否允许更正已登记的内容', 'Whether the import was allowed to correct stored rows'),
  })
  replace: boolean;

  @Field(() => Int, { description: zhEn('新增行数', 'Number of rows added') })
  inserted: number;

  @Field(() => Int, { description: zhEn('更新行数', 'Number of rows changed') })
  updated: number;

  @Field(() => String, {
    description: zhEn('运行导入的操作系统用户', 'Operating system user who ran the import'),
  })
  systemUser: string;

  @Field(() => String, {
    description: zhEn('写入所用的数据库角色', 'Database role that wrote the rows'),
  })
  databaseRole: string;
}
