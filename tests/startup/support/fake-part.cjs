/** Stands in for a subgraph or the gateway: keeps their contract with the launcher, and dies when asked to over HTTP. */
const { createServer } = require('node:http');

// oxlint-disable-next-line node/no-process-env
const environment = process.env;
const { PORT, HOST, FAKE_EXIT } = environment;
if (FAKE_EXIT) {
  console.error('no use trying');
  process.exit(Number(FAKE_EXIT));
}
const end = () => {
  console.log(JSON.stringify({ level: 30, time: Date.now(), msg: 'ending in order' }));
  process.exit(0);
};
process.on('SIGTERM', end);
process.on('disconnect', end);
createServer((request, response) => {
  const [, action, code] = request.url.split('/');
  if (action === 'exit') process.exit(Number(code));
  const databaseVariables = Object.keys(environment).filter((name) => name.startsWith('DATABASE'));
  const tokenVariables = Object.entries(environment).filter(([name]) => /^(OIDC|JWKS)_/.test(name));
  const answers = {
    'database-variables': JSON.stringify(databaseVariables),
    'token-variables': JSON.stringify(Object.fromEntries(tokenVariables)),
  };
  response.end(answers[action] ?? String(process.pid));
}).listen(Number(PORT), HOST, () => process.send({ type: 'phase', phase: 'listening' }));
