import type { CommandTarget } from '@mtg/commands';
import { expectedVersion } from '../../foundation/common-inputs';
import type { StreetTransaction } from '../../foundation/street-commands';
import { SupportIssue } from './support-issue';

/** A step of a support issue names it with the version that was read. */
export const issueInput = { supportIssueId: SupportIssue.id(), expectedVersion };

interface Step {
  readonly supportIssueId: string;
  readonly expectedVersion: number;
}

/** Steps are for the center that helps, and the last word is the community's. */
export const targetOfIssue = async (
  { supportIssueId }: Pick<Step, 'supportIssueId'>,
  transaction: StreetTransaction,
): Promise<CommandTarget> => {
  const issue = await transaction.get(SupportIssue, supportIssueId);
  return { center: issue.centerCode, community: issue.communityCode };
};

/** The issue that a step names. */
export const issueInStep = (
  transaction: StreetTransaction,
  { supportIssueId, expectedVersion }: Step,
): Promise<SupportIssue> => transaction.get(SupportIssue, supportIssueId, { expectedVersion });
