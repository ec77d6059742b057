import type { Command } from 'commander';

/** Of the lines, in a file that is the same on every machine. */
const WIDTH = 120;

/** The help of a command and of all below it, by their names; the program's own by the empty one. */
export function helpTexts(command: Command, name = ''): Readonly<Record<string, string>> {
  let text = '';
  command.configureOutput({
    writeOut: (part) => (text += part),
    getOutHelpWidth: () => WIDTH,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  const below = command.commands.map((each) => helpTexts(each, `${name} ${each.name()}`.trim()));
  return Object.assign({ [name]: text }, ...below);
}
