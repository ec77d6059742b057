/** Globals that a test replaces; Node makes others when they are first read. */
const REPLACED = ['Date', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval'];

/** Set by a part of the platform for its whole process. Others it removes when it loads. */
const OF_PRODUCT = new Set(['APOLLO_TELEMETRY_DISABLED', 'NO_PROXY', 'no_proxy']);

/** Reads what a file could leave to the next one: globals, environment variables, and the exit code, which is the worker's. */
exports.stateOf = ({ global }) => ({
  exitCode: global.process.exitCode,
  globals: Object.fromEntries(REPLACED.map((name) => [name, global[name]])),
  variables: { ...global.process.env },
});

/** Names what differs from the state that a file found. Spies do not: Jest restores them at the end of a file. */
exports.leftBehind = (environment, found) => {
  const now = exports.stateOf(environment);
  const variables = Object.keys(now.variables).filter(
    (name) => !OF_PRODUCT.has(name) && found.variables[name] !== now.variables[name],
  );
  const globals = REPLACED.filter((name) => found.globals[name] !== now.globals[name]);
  const ends = found.exitCode === now.exitCode ? [] : ['process.exitCode'];
  return [
    ...ends,
    ...variables.map((name) => `process.env.${name}`),
    ...globals.map((name) => `globalThis.${name}`),
  ];
};
