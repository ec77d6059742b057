import type { Catalogue, Freshness } from './catalogue';
import { element, replace } from './dom';
import type { State } from './state';

/** How fresh a street is is read once a minute. What has not been read for longer counts as old, whatever it was. */
const UNREAD_SECONDS = 150;

/** Lists the streets, each with the age that its data have by now, and what is wrong with it. */
export function showFreshness(
  { freshness, readAt }: Pick<Catalogue, 'freshness' | 'readAt'>,
  { language }: State,
): void {
  const since = Math.max(0, Math.round((Date.now() - readAt) / 1000));
  replace('freshness', ...freshness.map((each) => itemOf(each, since, language)));
}

function itemOf(
  { street, name, stale, freshAt, ageSeconds, problemZh, problemEn }: Freshness,
  since: number,
  language: State['language'],
): HTMLElement {
  const isOld = stale || since > UNREAD_SECONDS;
  const problem = language === 'zh' ? problemZh : problemEn;
  return element(
    'li',
    { class: isOld ? 'stale' : 'fresh', title: freshAt ?? '' },
    `${isOld ? '▲' : '●'} ${language === 'zh' ? name : street} · ${ageOf(ageSeconds, since, language)}`,
    problem === null ? '' : ` · ${problem}`,
  );
}

function ageOf(seconds: number | null, since: number, language: State['language']): string {
  if (seconds === null) return language === 'zh' ? '尚无数据' : 'no data yet';
  return language === 'zh' ? `${seconds + since} 秒前` : `${seconds + since} s ago`;
}
