const { rmSync } = require('node:fs');

module.exports = async () => {
  if (globalThis.testDataFolder) rmSync(globalThis.testDataFolder, { recursive: true, force: true });
};
