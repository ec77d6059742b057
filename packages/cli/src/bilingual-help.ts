import type { Command } from 'commander';

/** The headings that commander writes, with their Chinese before them. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法 · Usage:',
  'Arguments:': '参数 · Arguments:',
  'Options:': '选项 · Options:',
  'Commands:': '命令 · Commands:',
};

/** Makes a command, and those below it, speak Chinese first. A command takes over nothing of this from its parent. */
export function speakChineseFirst(command: Command): void {
  command
    .helpOption('-h, --help', '显示用法 · show this help')
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
    .configureOutput({
      outputError: (text, write) => write(`命令行有误 · Invalid command line: ${text}`),
    })
    .showHelpAfterError();
  if (command.commands.length > 0)
    command.helpCommand('help [command]', '显示某命令的用法 · show the help of a command');
  command.commands.forEach(speakChineseFirst);
}
