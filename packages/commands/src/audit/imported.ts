import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Of an entry that is an import: which file it was, who ran it, and how much it wrote. Part of the entry's hash. */
@Directive('@shareable')
@ObjectType({
  simpleResolvers: true,
  description: zhEn('导入的文件', 'A file that was imported: which, by whom, and how much it wrote'),
})
export class Imported {
  @Field(() => String, {
    description: zhEn('文件名，即各行所引来源', 'Name of the file, as its rows cite it'),
  })
  fileName: string;

  @Field(() => String, { description: zhEn('文件内容的 SHA-256', 'SHA-256 of its bytes, in hexadecimal') })
  sha256: string;

  @Field(() => Boolean, {
    description: zhEn('是否允许更正已登记的内容', 'Whether it was allowed to correct what is stored'),
  })
  replace: boolean;

  @Field(() => Int, { description: zhEn('新增行数', 'Number of rows that were new') })
  inserted: number;

  @Field(() => Int, { description: zhEn('更新行数', 'Number of rows that were changed') })
  updated: number;

  @Field(() => String, {
    description: zhEn('运行导入的操作系统用户', 'User of the operating system who ran the import'),
  })
  systemUser: string;

  @Field(() => String, {
    description: zhEn('写入所用的数据库角色', 'Role of the database that wrote the rows'),
  })
  databaseRole: string;
}
