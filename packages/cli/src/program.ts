import { Command } from 'commander';
import { speakChineseFirst } from './bilingual-help';
import { VERSION } from './version';

/** The commands by name. Each is loaded when it is used: most bring a whole street, which takes most of a second. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./audit/command.js')).auditCommand(),
  backup: async () => (await import('./backup/backup-command.js')).backupCommand(),
  bi: async () => (await import('./bi/command.js')).biCommand(),
  files: async () => (await import('./files/command.js')).filesCommand(),
  import: async () => (await import('./import/command.js')).importCommand(),
  generate: async () => (await import('./generate/command.js')).generateCommand(createProgram),
  'new-street': async () => (await import('./new-street/command.js')).newStreetCommand(),
  'verify-quotations': async () => (await import('./quotations.js')).quotationsCommand(),
  restore: async () => (await import('./backup/restore-command.js')).restoreCommand(),
  sample: async () => (await import('./sample/command.js')).sampleCommand(),
  schema: async () => (await import('./schema/command.js')).schemaCommand(),
  token: async () => (await import('./token/command.js')).tokenCommand(),
};

/** Words that ask the program itself. */
const OF_PROGRAM: ReadonlySet<string> = new Set(['-V', '--version']);

/**
 * Makes `mtg` with all its commands, or with the one that is used, if one is.
 *
 * @param used the first word of the command line; any other word than a command's name needs all, to be told of
 */
export async function createProgram(used?: string): Promise<Command> {
  const program = new Command('mtg')
    .description('门头沟区街道治理数据平台命令行 · Command line of the Mentougou street-governance platform')
    .version(VERSION, '-V, --version', '显示版本 · show the version');
  const isOne = used !== undefined && (Object.hasOwn(COMMANDS, used) || OF_PROGRAM.has(used));
  for (const [name, load] of Object.entries(COMMANDS)) {
    if (!isOne || name === used) program.addCommand(await load());
  }
  speakChineseFirst(program);
  return program;
}
