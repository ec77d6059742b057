import type { Freshness } from './api';
import { element, replace } from './dom';
import type { State } from './state';

/** Lists the streets, each with the age of its data and what is wrong with it. */
export function showFreshness(freshness: readonly Freshness[], { language }: State): void {
  replace('freshness', ...freshness.map((each) => itemOf(each, language)));
}

function itemOf(
  { street, stale, freshAt, ageSeconds, problemZh, problemEn }: Freshness,
  language: State['language'],
): HTMLElement {
  const problem = language === 'zh' ? problemZh : problemEn;
  return element(
    'li',
    { class: stale ? 'stale' : 'fresh', title: freshAt ?? '' },
    `${stale ? '▲' : '●'} ${street} · ${ageOf(ageSeconds, language)}`,
    problem === null ? '' : ` · ${problem}`,
  );
}

function ageOf(seconds: number | null, language: State['language']): string {
  if (seconds === null) return language === 'zh' ? '尚无数据' : 'no data yet';
  return language === 'zh' ? `${seconds} 秒前` : `${seconds} s ago`;
}
