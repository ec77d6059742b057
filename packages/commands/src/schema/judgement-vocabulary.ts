import {
  DUTY_STATUS_LABELS,
  DutyStatus,
  FINDING_STATE_LABELS,
  FindingState,
  Verdict,
  VERDICT_LABELS,
} from '@mtg/governance';
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
  registerVocabulary(
    FindingState,
    'FindingState',
    { zh: '周期检查结果的状态', en: 'State of a finding of the periodic checks' },
    FINDING_STATE_LABELS,
  );
}
