import { referenceTable } from '@mtg/commands';
import { Department, departmentOf } from '../district-references/references';
import { Community } from './community';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

export const functionalCenters = referenceTable(FunctionalCenter, {
  name: 'FunctionalCenter',
  isOneOfSeveral: true,
  computed: { aliasSource: ['aliasCitation'], baseTasks: ['type'], operatingRules: [] },
});

export const communities = referenceTable(Community, {
  name: 'Community',
  computed: { shortName: ['name'] },
});

const ofCenter = {
  target: () => functionalCenters,
  key: 'code',
  zh: '所属中心',
  en: 'Center it belongs to',
};

export const sections = referenceTable(Section, {
  name: 'Section',
  references: {
    centerCode: {
      ...ofCenter,
      inverse: {
        name: 'sections',
        whole: true,
        zh: '整合科室',
        en: 'Sections integrated into this center',
      },
    },
  },
});

const ofSection = {
  target: () => sections,
  key: 'name',
  zh: '对应科室',
  en: 'Corresponding section',
};

export const serviceSystems = referenceTable(ServiceSystem, {
  name: 'ServiceSystem',
  references: {
    centerCode: {
      ...ofCenter,
      inverse: {
        name: 'serviceSystem',
        single: true,
        zh: '服务体系',
        en: 'Service system built on this center',
      },
    },
  },
});

export const posts = referenceTable(Post, {
  name: 'Post',
  references: {
    centerCode: {
      ...ofCenter,
      inverse: {
        name: 'posts',
        whole: true,
        zh: '主任与副主任职位',
        en: 'Posts of director and deputy directors',
      },
    },
    sectionName: ofSection,
  },
});

export const fieldAgencies = referenceTable(FieldAgency, {
  name: 'FieldAgency',
  references: {
    sectionName: {
      ...ofSection,
      inverse: {
        name: 'fieldAgency',
        single: true,
        zh: '对应派出机构',
        en: 'Corresponding field agency. Null if there is none',
      },
    },
    departmentCode: {
      name: 'department',
      zh: '主管部门，来源未载明时为空',
      en: 'Supervising department. Null if no source states it',
      type: () => Department,
      resolve: departmentOf,
    },
  },
});

/** Tables of the organization, which work refers to. */
export const ORGANIZATION_TABLES = [
  functionalCenters,
  communities,
  sections,
  serviceSystems,
  posts,
  fieldAgencies,
] as const;
