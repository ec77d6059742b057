import { column, defineTable, type RowOf } from '@mtg/commands';
import { LEDGER_KIND_LABELS, LedgerKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../organization/reference-columns';
import { notVerifiedFilter } from './not-verified';
import { recordedLate } from '../../foundation/recorded-late';

registerVocabulary(
  LedgerKind,
  'LedgerKind',
  { zh: '台账条目种类', en: 'Kind of a ledger entry (R27)' },
  LEDGER_KIND_LABELS,
);

/** A statement of a center about a community (R27). An amendment is a further row, so that history stays. */
export const LedgerEntry = defineTable('LedgerEntry', {
  zh: '台账条目',
  en: 'Ledger entry of a center on a community',
  list: 'Ledger entries of centers on communities',
  many: 'ledgerEntries',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  filters: notVerifiedFilter,
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center that keeps the entry'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    kind: column.choice(LedgerKind, '种类', 'Kind'),
    text: column.text('内容，不得写入居民姓名', 'Text. It must not name residents'),
    count: column.optional(column.whole('数量', 'Count. Null if not counted')),
    source: column.line('来源', 'Source of the statement'),
    verifiedOn: column.day('最近核实日期', 'Day of the last verification'),
    verifiedAt: column.optional(
      column.instant(
        '最近核实的登记时间；早期被更正的未登记',
        'Time at which the last verification was recorded. Null for early entries that were amended',
      ),
    ),
    verifiedBy: column.subject('核实人(令牌中的人员标识)', 'Verifier, as token subject'),
    previousId: column.optional(
      column.self({
        zh: '所更正的条目',
        en: 'Entry that this one amends. Null if it amends none',
        inverse: {
          name: 'amendment',
          single: true,
          zh: '更正后的条目',
          en: 'Entry that amends this one. Null while current',
        },
      }),
    ),
    reason: column.optional(column.text('更正的理由', 'Reason for the amendment. Null if it amends none')),
    amendedAt: column.optional(
      column.instant(
        '被更正的时间，空为现行',
        'Time at which another entry replaced this one. Null while current',
      ),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'verifiedOn',
      'verifiedAt',
      '是否补录(登记晚于核实之日)',
      'Whether it was recorded after the day of the verification',
    ),
  },
  trace: { title: 'text' },
  shares: [
    'centerCode',
    'communityCode',
    'kind',
    'count',
    'verifiedOn',
    'verifiedAt',
    'previousId',
    'amendedAt',
  ],
});

export type LedgerEntry = RowOf<typeof LedgerEntry>;
