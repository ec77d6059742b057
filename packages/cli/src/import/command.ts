import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { MARK, parseCitation, problemsOfText, systemClock } from '@mtg/governance';
import { recordImport } from '@mtg/commands';
import { createDataSource, EXIT, ImportRefused, requireClaim } from '@mtg/subgraph-kit';
import { Argument, Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { databaseOf } from '../config';
import { readInput } from '../input-file';
import { IMPORT_KINDS, importTarget, type ImportKind, type ImportTarget } from './kinds';
import { createProgress } from './progress';

interface Options {
  readonly street?: string;
  readonly dryRun?: boolean;
  readonly dataDir?: string;
  readonly replace?: boolean;
  readonly source?: string;
}

const NOTES = `
文件 · File: CSV，首行为列名，以逗号、分号或制表符分隔；编码为 UTF-8、UTF-16 或 GB18030 · with a header line, separated by commas, semicolons or tabs; in UTF-8, UTF-16 or GB18030
  communities  code,name,street_code  编码,名称,街道代码
  base-tasks   code,center,name       编码,中心,名称       (center: 1–7、类型或中心名称 · 1–7, the type, or the center’s name)
  departments  code,name              编码,名称
  holidays     day,kind,name          日期,种类,名称       (kind: 放假/休 HOLIDAY、调休上班/班 WORKED；区级节假日安排 · the district’s working calendar)
  ledger       center,community,kind,text,count,source,verified_on  中心,社区,种类,内容,数量,来源,核实日期
               中心、社区写名称或代码；数量可空；须加 --street。--replace：同一条目日期较晚即核实，内容不同即更正，原条目保留
               centers and communities by name or code; count may be empty; with --street. --replace: a later day of the same entry verifies it,
               other values amend it, and the previous entry is kept. Example · 示例: docs/examples/ledger.csv
  meetings     meeting,entry,kind,held_on,title …  会议编号,行类别,会议种类,召开日期,标题 …
  orders       order,title,content,center,person,deadline,project,issued_on,accepted_on,submitted_on,verified_on,closed_on …
               原编号,标题,内容,承办中心,责任人,完成时限,所属项目,下发日期,接单日期,提交验收日期,验收日期,办结日期 …
  visits       day,center,community,person,form,record,log …  日期,中心,社区,人员,形式,走访记录,民情日志 …
  people       entry,person,since,until,subject,kind,center …  行类别,人员,起始日期,最后一日,人员标识,种类,中心 …
               以往年份，须加 --street；各行经相应命令的同一检查，再次导入不改动；社区、中心、人员写名称。列的说明和示例 · past years, with --street: each line passes the
               checks of the commands, importing again changes nothing, places and people go by name. Columns and examples: docs/past-years.md, docs/examples/
审计 · Audit: 写入了数据的导入记入该数据库的审计链：文件名、SHA-256、行数、操作系统用户和数据库角色
  an import that wrote something is recorded in the audit chain of that database: file name, SHA-256, numbers of rows, operating system user and database role
数据库 · Database: 环境变量 DATABASE_OWNER_URL（所有者；口令可另用 DATABASE_OWNER_PASSWORD 或 DATABASE_OWNER_PASSWORD_FILE），或 MTG_DATA_DIR（默认 .data）下正在运行的平台
  DATABASE_OWNER_URL (the owner’s login, password optionally in DATABASE_OWNER_PASSWORD or DATABASE_OWNER_PASSWORD_FILE), or the running platform on MTG_DATA_DIR (default .data)
退出码 · Exit codes: 0 完成 · done; 65 数据被拒绝，未写入 · data refused, nothing written; 66 文件无法读取或找不到数据库 · file unreadable or no database found; 2 用法 · usage;
  78 配置 · configuration; 1 其他 · other
`;

export const importCommand = (): Command =>
  new Command('import')
    .description(
      '导入参考数据、台账和以往年份的记录，要么全部成功，要么不改动 · Import reference data, ledger entries and records of past years, all or nothing',
    )
    .addArgument(new Argument('<kind>', '数据种类 · kind of data').choices(IMPORT_KINDS))
    .argument('<file>', 'CSV 文件 · CSV file')
    .option(
      '--street <code>',
      '街道代码，用于街道的数据 · code of the street, e.g. DAYU, for data of a street',
    )
    .option('--dry-run', '检查并试写，最后回滚 · check and write, then roll back')
    .option('--replace', '允许更正已登记的内容 · allow lines to correct what is stored')
    .option('--source <name>', '来源名称，默认为文件名 · name to cite as the source, default the file name')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the running platform')
    .addHelpText('after', NOTES)
    .action(runImport);

async function runImport(kind: ImportKind, file: string, options: Options): Promise<void> {
  const bytes = readInput(file);
  const fileName = citableName(options.source ?? basename(file));
  try {
    await importInto(importTarget(kind, bytes, options.street), bytes, kind, fileName, options);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    for (const { line, column, reason } of error.problems) {
      process.stderr.write(`第 ${line} 行 · line ${line}, ${column}: ${reason}\n`);
    }
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.DATA;
  }
}

async function importInto(
  { subgraph, name, run }: ImportTarget,
  bytes: Uint8Array,
  kind: ImportKind,
  fileName: string,
  options: Options,
): Promise<void> {
  const chain = subgraph.street ?? 'DISTRICT';
  const database = createDataSource({
    ...databaseOf(subgraph.name, options.dataDir),
    entities: subgraph.entities,
    migrations: subgraph.migrations,
    unlimited: true,
  });
  await database.initialize();
  const progress = createProgress(process.stderr);
  try {
    await requireClaim(database, subgraph.name);
    const user = systemUser();
    const counts = await run({
      database,
      bytes,
      subject: `os:${user}`,
      fileName,
      replace: options.replace ?? false,
      dryRun: options.dryRun ?? false,
      record: (manager, imported) => {
        const context = { chain, name, systemUser: user, now: systemClock.now() };
        return recordImport(manager, context, imported);
      },
      onProgress: progress.show,
    });
    progress.end();
    const outcome = options.dryRun ? '试运行，未写入 · dry run, nothing written' : '已导入 · imported';
    process.stdout.write(
      `${subgraph.title} ${kind}: ${outcome}: 新增 · new ${counts.inserted}, 更新 · changed ${counts.updated}, 未变 · unchanged ${counts.unchanged}\n`,
    );
  } catch (error) {
    progress.end();
    throw error;
  } finally {
    await database.destroy();
  }
}

/** User who runs this program. Some containers have no name for their user. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

/** Every imported row will cite this name: it must be one that a citation can hold, and that shows what it is. */
function citableName(name: string): string {
  const [problem] = problemsOfText(MARK, name);
  if (problem) throw notCitable(name, `：${problem.zh}`, `: it ${problem.en}`);
  try {
    parseCitation(`import:${name}:1`);
    return name;
  } catch {
    throw notCitable(name, '（不含路径、首尾空格）', ' (no path, no leading or trailing spaces)');
  }
}

const notCitable = (name: string, zh: string, en: string): CommandFailure =>
  new CommandFailure(
    EXIT.USAGE,
    `${JSON.stringify(name).replace(UNSEEN, escapeOf)} 不能作为来源名称，请用 --source 另取一个${zh} · cannot be cited as a source. Give another name with --source${en}`,
  );

/** Characters that a terminal does not show, or interprets. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Zl}\p{Zp}]/gu;
const escapeOf = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
