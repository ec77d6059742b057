import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { hasWords, isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import { looksSame } from '../text/comparison-form';

/** The five requisites of a task for a community. */
export interface FiveRequisites {
  readonly goal?: Maybe<string>;
  readonly content?: Maybe<string>;
  readonly form?: Maybe<string>;
  readonly training?: Maybe<string>;
  readonly instructor?: Maybe<string>;
}

const REQUISITES = [
  { field: 'goal', zh: '目标要求', en: 'goal' },
  { field: 'content', zh: '具体内容', en: 'concrete content' },
  { field: 'form', zh: '推荐（推进）形式', en: 'form of implementation' },
  { field: 'training', zh: '专门培训', en: 'training' },
  { field: 'instructor', zh: '联系指导员', en: 'contact instructor' },
] as const;

const definition: Rule = {
  code: 'R25',
  name: { zh: '五有', en: 'The five requisites' },
  sentence:
    '7个中心向社区部署和安排任务要做到“五有”,即:有目标要求、有具体内容、有推荐形式、有专门培训、有指导员联系',
  lines: [128],
  english:
    'When the seven centers deploy and assign tasks to communities, they shall meet the “five requisites”: there are goals and requirements, there is concrete content, there is a recommended form, there is dedicated training, and there is a contact instructor.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '向社区安排的任务须同时具备目标要求、具体内容、推荐（推进）形式、专门培训和联系指导员，缺一不可；每一项都须以文字写明，五项不能是同一段文字。',
    en: 'A task assigned to a community has all five: goal, concrete content, form of implementation, training and a contact instructor. Each is stated in words, and the five are not one text.',
  },
  note: {
    zh: '原文“推荐形式”疑为“推进形式”之误；原文照录，按“推进形式”理解。',
    en: 'The study prints “recommended form” (tuijian xingshi), probably a misprint for “form of implementation” (tuijin xingshi). The words are kept and read as the latter.',
  },
};

/** R25 五有: the five requisites (precondition; seed:128). */
export const r25: EnforcedRule<FiveRequisites> = {
  ...definition,
  check: (task) => {
    const lacking = REQUISITES.filter(({ field }) => !hasWords(task[field]));
    return [
      ...lacking.map(({ field, zh, en }) =>
        violationOf(
          definition,
          isBlank(task[field])
            ? {
                zh: `向社区安排的任务缺少“五有”中的“${zh}”（${field}）。请补充。`,
                en: `The task lacks one of the five requisites: ${en} (${field}). Add it.`,
              }
            : {
                zh: `“五有”中的“${zh}”（${field}）没有文字。请用文字写明。`,
                en: `One of the five requisites holds no words: ${en} (${field}). State it in words.`,
              },
          field,
        ),
      ),
      ...(lacking.length === 0 ? checkDifferent(task) : []),
    ];
  },
};

/** One text cannot say five things. */
function checkDifferent(task: FiveRequisites): readonly RuleViolation[] {
  const isOne = REQUISITES.every(({ field }) => looksSame(task[field] ?? '', task.goal ?? ''));
  return unless(!isOne, () =>
    violationOf(
      definition,
      {
        zh: '“五有”五项是同一段文字。请分别写明。',
        en: 'The five requisites are one and the same text. State each of them.',
      },
      REQUISITES.map(({ field }) => field),
    ),
  );
}
