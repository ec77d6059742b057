import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** Fields that several commands and lists of community work have. */
export const centerCode = field.code(zhEn('中心代码', 'Code of the center'));
export const communityCode = field.code(zhEn('社区代码', 'Code of the community'));
