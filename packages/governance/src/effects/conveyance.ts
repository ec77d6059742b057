import type { Maybe } from '../checks/facts';
import { r26 } from '../rules/r26-conveying-and-highlights';
import { localDay, type LocalDay } from '../time/local-day';
import type { ConveyedIssuer } from '../vocabulary/community-work';
import type { Act } from './act';
import { present } from './present';

/** A document for a community. What R26 asks for may be missing, so that the rule answers. */
interface DocumentDraft {
  readonly issuer: Maybe<ConveyedIssuer>;
  readonly title: Maybe<string>;
  readonly priorities: Maybe<string>;
  readonly communityCode: Maybe<string>;
  readonly conveyedOn: Maybe<LocalDay>;
}

/** Records that a document was conveyed to a community (R26). */
export function conveyedDocument(act: Act, draft: DocumentDraft) {
  const { issuer, title, priorities, communityCode, conveyedOn } = draft;
  const facts = { issuer: issuer ?? '', title, priorities, communityCode, conveyedOn: conveyedOn ?? '' };
  act.require(r26.check({ kind: 'CONVEYANCE', ...facts, today: localDay(act.now) }));
  return {
    issuer: present(issuer),
    title: present(title),
    priorities: present(priorities),
    communityCode: present(communityCode),
    conveyedOn: present(conveyedOn),
  };
}

/** A highlight of a community. What R26 asks for may be missing, so that the rule answers. */
interface HighlightDraft {
  readonly title: Maybe<string>;
  readonly content: Maybe<string>;
  readonly communityCode: Maybe<string>;
}

/** Records a highlight of a community (R26). */
export function recordedHighlight(act: Act, { title, content, communityCode }: HighlightDraft) {
  act.require(r26.check({ kind: 'HIGHLIGHT', title, content, communityCode }));
  return {
    title: present(title),
    content: present(content),
    communityCode: present(communityCode),
  };
}
