import { Command } from 'commander';
import { grantCommand } from './grant';
import { keysCommand } from './keys';
import { lakeCommand } from './lake';
import { resyncCommand } from './resync';
import { revokeCommand } from './revoke';
import { statusCommand } from './status';

/** `mtg bi …`: the warehouse and who reads it. */
export const biCommand = (): Command =>
  new Command('bi')
    .description('区级数据仓库 · The district’s warehouse')
    .addCommand(grantCommand())
    .addCommand(keysCommand())
    .addCommand(revokeCommand())
    .addCommand(statusCommand())
    .addCommand(resyncCommand())
    .addCommand(lakeCommand());
