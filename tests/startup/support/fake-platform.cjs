/**
 * The launcher over fake parts: all but the subgraphs' and the gateway's programs is real. Argument: a plan as JSON.
 */
const { createOutput } = require('../../../packages/platform/dist/launcher/output');
const { serve } = require('../../../packages/platform/dist/launcher/run');

const output = createOutput((text) => process.stdout.write(text), false);
void serve(JSON.parse(process.argv[2]), output).then((code) => process.exit(code));
