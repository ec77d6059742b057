import type { Rule } from '../catalogue/rule';

/** R01 重大事项集体议事: collective deliberation of major matters (state machine; seed:114). */
export const r01: Rule = {
  code: 'R01',
  name: { zh: '重大事项集体议事', en: 'Collective deliberation of major matters' },
  sentence:
    '涉及辖区发展的重大事项,需提交街道“大工委”和地区管理委员会充分协商、统一思想,形成初步意见后,提交街道工委决策。',
  lines: [114],
  english:
    'Major matters concerning the development of the area must be submitted to the street’s Enlarged Working Committee and to the Area Management Committee for full consultation and a common understanding; once a preliminary opinion has been formed, they are submitted to the Street Party Working Committee for decision.',
  kinds: ['STATE_MACHINE'],
  invariant: {
    zh: '街道“大工委”和地区管理委员会须先各自记录协商和初步意见，街道工委才能对该重大事项作出决策。',
    en: 'There is no decision of the Street Party Working Committee on a major matter unless the Enlarged Working Committee and the Area Management Committee have each recorded a consultation and a preliminary opinion before it.',
  },
};
