import { describeVariables, runMain } from '@mtg/service-kit';
import { INSIGHT } from '@mtg/subgraphs';
import { VARIABLES } from './config';
import { startInsight } from './start';

void runMain(
  () => `用法 · Usage: node main.js [--help]

启动“${INSIGHT.title}”：把各街道和区共享的内容复制到区级数据仓库。
Copies what the streets and the district share into the district's warehouse.

环境变量 · Environment:
${describeVariables(VARIABLES)}
`,
  () => startInsight(),
);
