import type { Bilingual, Period } from '@mtg/governance';
import { isThereThrough, type CenterLife } from '../organization/center-lives';

/** Says that a center was not there through a period, and so is not judged in it; undefined where it was. */
export function notThrough(life: CenterLife | undefined, period: Period): Bilingual | undefined {
  if (!life || isThereThrough(life, period)) return undefined;
  const { name, since, until } = life;
  const span = [since && `自 ${since}`, until && `至 ${until}`].filter(Boolean).join('');
  const days = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(' and ');
  return {
    zh: `${name}没有自始至终存在于该周期（${span}）`,
    en: `${name} was not there through the whole period (${days})`,
  };
}
