import { outputFormat } from './config';
import { createJsonOutput, createOutput } from './launcher/output';
import { run } from './launcher/run';

// A terminal that is gone must not keep the launcher from stopping everything.
process.stdout.on('error', () => undefined);

const write = (text: string): boolean => process.stdout.write(text);
const output =
  outputFormat() === 'json' ? createJsonOutput(write) : createOutput(write, process.stdout.isTTY);

void run(process.argv.slice(2), output).then((code) => process.exit(code));
