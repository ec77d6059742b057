import { addDays, r26, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { titled } from '../people';
import { keep } from '../rules';
import type { Story } from '../story';

/** A center conveys a document to a community and finds a good example there, once a week (R26). */
export function conveyAndFind(story: Story, monday: LocalDay): void {
  const day = addDays(monday, 3);
  if (!story.isPast(at(day, 16))) return;
  const { code: centerCode, communities } = story.random.pick(story.centers);
  const communityCode = story.random.pick(communities);
  const document = {
    issuer: story.random.pick(['CENTRAL', 'MUNICIPAL_PARTY_COMMITTEE', 'DISTRICT_PARTY_COMMITTEE'] as const),
    title: titled('会议精神传达'),
    priorities: titled('当前工作重点'),
    conveyedOn: day,
  };
  keep(r26.check({ kind: 'CONVEYANCE', ...document, communityCode, today: day }));
  story.add('ConveyedDocument', at(day, 15), { ...document, kind: 'DOCUMENT', communityCode, centerCode });
  const example = { title: titled('社区特色做法'), content: titled('居民议事形成常态') };
  keep(r26.check({ kind: 'HIGHLIGHT', ...example, communityCode }));
  story.add('Highlight', at(day, 16), { ...example, communityCode, centerCode });
}
