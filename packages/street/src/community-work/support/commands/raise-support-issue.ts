import { field } from '@mtg/commands';
import { raisedSupport, SupportKind } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { LedgerEntry } from '../../ledger/ledger-entry';
import { CommunityVisit } from '../../visits/community-visit';
import { SentimentLog } from '../../visits/sentiment-log';
import { SupportIssue } from '../support-issue';

const from = (zh: string, en: string) =>
  field.optional(field.uuid(zhEn(`${zh}标识`, `Id of the ${en} from which it is raised`)));

/** R28: a problem is raised from a visit, a log, a ledger entry, or by the community. */
export const raiseSupportIssue = defineCommand({
  name: 'raiseSupportIssue',
  description: zhEn(
    '提出支持保障事项，由走访、民情日志、台账或社区提出(R28)',
    'Raises a prominent problem of a community, from a visit, a log, a ledger entry, or by the community itself (R28)',
  ),
  input: {
    centerCode,
    communityCode,
    kind: field.optional(field.choice(SupportKind, zhEn('类别(R28)', 'Kind (R28)'))),
    title: field.ruled(zhEn('问题(R28)', 'Problem (R28)')),
    raisedOn: field.optional(
      field.day(
        zhEn(
          '提出日期，不晚于今天，不早于所引用的走访；不填即今天',
          'Day on which it was raised, today or earlier, and not before the cited visit. Default: today',
        ),
      ),
    ),
    visitId: from('提出问题的走访', 'visit'),
    sentimentLogId: from('提出问题的民情日志', 'sentiment log'),
    ledgerEntryId: from('提出问题的台账条目', 'ledger entry'),
  },
  payload: { supportIssue: () => SupportIssue },
  target: ({ centerCode, communityCode }) => ({ center: centerCode, community: communityCode }),
  execute: async (input, transaction) => {
    const { visitId: citedId } = input;
    const visit = citedId === null ? null : await transaction.get(CommunityVisit, citedId, { at: 'visitId' });
    const values = raisedSupport(transaction, { ...input, visit });
    await requireCenter(transaction, input.centerCode, 'centerCode');
    await requireCommunity(transaction, input.communityCode, 'communityCode');
    await requireOrigins(transaction, input);
    const { centerCode, visitId, sentimentLogId, ledgerEntryId } = input;
    const supportIssue = await transaction.insert(SupportIssue, {
      ...values,
      centerCode,
      visitId,
      sentimentLogId,
      ledgerEntryId,
    });
    return { supportIssue };
  },
});

interface Origins {
  readonly communityCode: string;
  readonly visitId: string | null;
  readonly sentimentLogId: string | null;
  readonly ledgerEntryId: string | null;
}

/** @throws PublicError BAD_USER_INPUT when an origin is of another community */
async function requireOrigins(
  transaction: StreetTransaction,
  { communityCode, visitId, sentimentLogId, ledgerEntryId }: Origins,
): Promise<void> {
  const requireSame = (origin: { readonly communityCode: string }, at: string): void => {
    if (origin.communityCode === communityCode) return;
    throw refuse.badInput(at, {
      zh: '所引用的记录属于另一社区。请更正社区或引用',
      en: 'The cited record belongs to another community. Correct the community or the reference',
    });
  };
  if (visitId !== null) {
    requireSame(await transaction.get(CommunityVisit, visitId, { at: 'visitId' }), 'visitId');
  }
  if (sentimentLogId !== null) {
    requireSame(await transaction.get(SentimentLog, sentimentLogId), 'sentimentLogId');
  }
  if (ledgerEntryId !== null) requireSame(await transaction.get(LedgerEntry, ledgerEntryId), 'ledgerEntryId');
}
