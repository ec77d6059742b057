const { rmSync } = require('node:fs');

module.exports = async () => {
  const { cluster, folder } = globalThis.testPostgres;
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
};
