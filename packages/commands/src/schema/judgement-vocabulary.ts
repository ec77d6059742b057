import { DUTY_STATUS_LABELS, DutyStatus, Verdict, VERDICT_LABELS } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** Registers the words of judgements, which streets and the district share. */
export function registerJudgementVocabulary(): void {
  registerVocabulary(
    Verdict,
    'Verdict',
    { zh: '考核结论', en: 'Judgement of a rule in a period' },
    VERDICT_LABELS,
  );
  registerVocabulary(
    DutyStatus,
    'DutyStatus',
    { zh: '应办事项的状态', en: 'Status of a duty' },
    DUTY_STATUS_LABELS,
  );
}
