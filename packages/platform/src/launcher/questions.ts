import { DISTRICT, STREETS, type StreetListing } from '@mtg/subgraphs';

/** A question to try, as printed when the platform is ready. */
export interface Question {
  readonly chinese: string;
  readonly english: string;
  readonly query: string;
  /** The subgraphs that answer it. One alone can be asked without the gateway. */
  readonly needs: readonly string[];
}

const ALL_STREETS: Question = {
  chinese: '各街道各有哪些职能中心？',
  english: 'Which functional centers does each street have?',
  query: '{ streets { code name centers { number name } } }',
  needs: [DISTRICT.name, ...STREETS.map(({ name }) => name)],
};

const oneStreet = ({ name, title, code }: StreetListing): Question => ({
  chinese: `${title}有哪些职能中心？`,
  english: `Which functional centers does the street ${code} have?`,
  query: `{ ${name} { name centers { number name } } }`,
  needs: [name],
});

const OTHERS: readonly Question[] = [
  {
    chinese: '全区三十二项基础任务，已列出几项，还缺几项？',
    english: 'Of the thirty-two base tasks of the district, how many are listed, and how many are missing?',
    query: '{ district { baseTasks { declaredCount namedCount missingCount } } }',
    needs: [DISTRICT.name],
  },
  {
    chinese: '东辛房街道的石门营新区服务中心服务哪些社区？',
    english: 'Which communities does the Shimenying service center of Dongxinfang serve?',
    query: '{ dongxinfang { shimenyingCenter { name communities { code name } } } }',
    needs: ['dongxinfang'],
  },
];

/**
 * The questions that these subgraphs can answer: at most three, and at least one if there is a street.
 *
 * @param running names of the subgraphs that run
 */
export function questionsFor(running: readonly string[]): readonly Question[] {
  const answered = ({ needs }: Question): boolean => needs.every((name) => running.includes(name));
  const street = STREETS.find(({ name }) => running.includes(name));
  const first = answered(ALL_STREETS) ? [ALL_STREETS] : street ? [oneStreet(street)] : [];
  return [...first, ...OTHERS.filter(answered)];
}
