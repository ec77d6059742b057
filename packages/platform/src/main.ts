import { createOutput } from './launcher/output';
import { run } from './launcher/run';

// A terminal that is gone must not keep the launcher from stopping everything.
process.stdout.on('error', () => undefined);

const output = createOutput((text) => process.stdout.write(text), process.stdout.isTTY);

void run(process.argv.slice(2), output).then((code) => process.exit(code));
