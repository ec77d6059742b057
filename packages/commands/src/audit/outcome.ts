import { zhEn } from '@mtg/subgraph-kit';
import { registerEnumType } from 'type-graphql';

/** What came of a command. */
export const AuditOutcome = { ALLOWED: 'ALLOWED', REFUSED: 'REFUSED' } as const;
export type AuditOutcome = (typeof AuditOutcome)[keyof typeof AuditOutcome];

registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: zhEn('操作结果', 'What came of a command'),
  valuesConfig: {
    ALLOWED: { description: zhEn('已执行', 'It was carried out') },
    REFUSED: { description: zhEn('已拒绝', 'It was refused, and changed nothing') },
  },
});
