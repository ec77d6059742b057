import { addDays, conveyedDocument, recordedHighlight, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { actorFor, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** A center conveys a document to a community and finds a good example there, once a week (R26). */
export function conveyAndFind(story: Story, monday: LocalDay): void {
  const day = addDays(monday, 3);
  if (!story.isPast(at(day, 16))) return;
  const { code: centerCode, communities } = story.random.pick(story.centers);
  const communityCode = story.random.pick(communities);
  const conveyedAt = at(day, 15);
  const document = conveyedDocument(actOf(actorFor('CENTER', centerCode), conveyedAt), {
    issuer: story.random.pick(['CENTRAL', 'MUNICIPAL_PARTY_COMMITTEE', 'DISTRICT_PARTY_COMMITTEE'] as const),
    title: titled('会议精神传达'),
    priorities: titled('当前工作重点'),
    communityCode,
    conveyedOn: day,
  });
  story.add('ConveyedDocument', conveyedAt, { ...document, kind: 'DOCUMENT', centerCode });
  const foundAt = at(day, 16);
  const example = recordedHighlight(actOf(actorFor('CENTER', centerCode), foundAt), {
    title: titled('社区特色做法'),
    content: titled('居民议事形成常态'),
    communityCode,
  });
  story.add('Highlight', foundAt, { ...example, centerCode });
}
