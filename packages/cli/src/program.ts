import { Command } from 'commander';
import { auditCommand } from './audit/command';
import { backupCommand } from './backup/backup-command';
import { restoreCommand } from './backup/restore-command';
import { speakChineseFirst } from './bilingual-help';
import { generateCommand } from './generate/command';
import { importCommand } from './import/command';
import { newStreetCommand } from './new-street/command';
import { quotationsCommand } from './quotations';
import { sampleCommand } from './sample/command';
import { schemaCommand } from './schema/command';
import { tokenCommand } from './token/command';
import { VERSION } from './version';

/** `mtg` with all its commands. */
export function createProgram(): Command {
  const program: Command = new Command('mtg')
    .description('门头沟区街道治理数据平台命令行 · Command line of the Mentougou street-governance platform')
    .version(VERSION, '-V, --version', '显示版本 · show the version')
    .addCommand(auditCommand())
    .addCommand(backupCommand())
    .addCommand(importCommand())
    .addCommand(generateCommand(() => program))
    .addCommand(newStreetCommand())
    .addCommand(quotationsCommand())
    .addCommand(restoreCommand())
    .addCommand(sampleCommand())
    .addCommand(schemaCommand())
    .addCommand(tokenCommand());
  speakChineseFirst(program);
  return program;
}
