import type { Rule } from '../catalogue/rule';

/** R32 任命: nomination, review, appointment (state machine; seed:67 and seed:76). */
export const r32: Rule = {
  code: 'R32',
  name: { zh: '任命', en: 'Nomination, review, appointment' },
  sentence:
    '“大工委”和地管会成员均由街道提名、组织部门审核、区委任命,重点是吸纳区政府职能部门派出机构、驻区单位、有影响的企业负责人和地区人大代表、政协委员代表参与辖区服务管理。社区“大党委”书记由社区党组织书记兼任,设席位制委员,委员由社区党组织提名、街道组织部门审核、街道工委任命。',
  lines: [67, 76],
  english:
    'The members of the Enlarged Working Committee and of the Area Management Committee are all nominated by the street, reviewed by the organization department and appointed by the District Party Committee; the emphasis is on drawing the field agencies of the district government’s functional departments, resident units, influential heads of enterprises, and representatives of the area’s people’s congress deputies and CPPCC members into the service and management of the area. The secretary of the Enlarged Community Party Committee is the community’s party secretary; it has members by seat, who are nominated by the community’s party organization, reviewed by the street’s organization department and appointed by the Street Party Working Committee.',
  kinds: ['STATE_MACHINE'],
  invariant: {
    zh: '大工委、地管会成员：街道提名→组织部门审核→区委任命；大党委委员：社区党组织提名→街道组织部门审核→街道工委任命；不得跳步。',
    en: 'Members of the Enlarged Working Committee and the Area Management Committee: the street nominates, the organization department reviews, the District Party Committee appoints. Members of an Enlarged Community Party Committee: the community’s party organization nominates, the street’s organization section reviews, the Street Party Working Committee appoints. No step is skipped.',
  },
};
