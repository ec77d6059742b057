import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

export const { expectedVersion } = field;

export const reason = field.text(zhEn('理由', 'Reason'));

export const centerCode = field.code(zhEn('中心代码', 'Code of the center'));
export const communityCode = field.code(zhEn('社区代码', 'Code of the community'));
