import { zhEn } from '@mtg/subgraph-kit';
import { registerEnumType } from 'type-graphql';

/** The outcome of a command. */
export const AuditOutcome = { ALLOWED: 'ALLOWED', REFUSED: 'REFUSED' } as const;
export type AuditOutcome = (typeof AuditOutcome)[keyof typeof AuditOutcome];

registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: zhEn('操作结果', 'Outcome of a command'),
  valuesConfig: {
    ALLOWED: { description: zhEn('已执行', 'Executed') },
    REFUSED: { description: zhEn('已拒绝', 'Refused. Nothing was changed') },
  },
});
