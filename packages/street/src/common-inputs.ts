import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

export const { expectedVersion } = field;

export const reason = field.text(zhEn('理由', 'Reason'));
