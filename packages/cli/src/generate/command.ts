import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { EXIT } from '@mtg/subgraph-kit';
import { Command } from 'commander';
import { generateArtifacts } from './artifacts';
import { migrationCommand, tableCommand } from './table/command';

/** @param program whose help is among the generated files */
export const generateCommand = (program: () => Promise<Command>): Command =>
  new Command('generate')
    .description(
      '生成各子图 SDL、超图、docs 中由代码生成的各页，以及无需构建即可显示的用法 · Generate the SDL of each subgraph, the supergraph, the generated pages of docs, and the help shown without a build',
    )
    .option('--check', '只检查已提交的文件是否最新 · only check whether the committed files are up to date')
    .action(async ({ check = false }: { check?: boolean }) => {
      const artifacts = generateArtifacts(await program());
      const stale = artifacts.filter(
        ({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content,
      );
      const names = stale.map(({ path }) => relative(process.cwd(), path));
      if (check) {
        for (const name of names) process.stderr.write(`已过期 · out of date: ${name}\n`);
        if (names.length > 0)
          process.stderr.write('请运行 npm run generate 并提交 · Run npm run generate and commit\n');
        process.exitCode = names.length > 0 ? EXIT.FAILURE : EXIT.OK;
        return;
      }
      for (const { path, content } of stale) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
      for (const name of names) process.stdout.write(`已写入 · written: ${name}\n`);
      process.stdout.write(
        `${artifacts.length} 个文件，更新 ${names.length} 个 · files, ${names.length} updated\n`,
      );
    })
    .addCommand(tableCommand())
    .addCommand(migrationCommand());
