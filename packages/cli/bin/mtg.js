#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'main.js');
if (!existsSync(program)) {
  process.stderr.write('尚未构建，请先运行 npm run build · Not built yet; run npm run build first\n');
  process.exit(1);
}
require(program);
