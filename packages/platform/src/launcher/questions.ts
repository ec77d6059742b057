/** A question to try, as printed when the platform is ready. */
export interface Question {
  readonly chinese: string;
  readonly english: string;
  readonly query: string;
}

export const QUESTIONS: readonly Question[] = [
  {
    chinese: '四个街道各有哪些职能中心？',
    english: 'Which functional centers do the four streets have?',
    query: '{ streets { code name centers { number name } } }',
  },
  {
    chinese: '全区三十二项基础任务，已列出几项，还缺几项？',
    english: 'Of the thirty-two base tasks of the district, how many are named, how many missing?',
    query: '{ district { baseTasks { declaredCount namedCount missingCount } } }',
  },
  {
    chinese: '东辛房街道的石门营新区服务中心服务哪些社区？',
    english: 'Which communities does the Shimenying service center of Dongxinfang serve?',
    query: '{ dongxinfang { shimenyingCenter { name communities { code name } } } }',
  },
];
