import { CenterType } from '@mtg/governance';
import { zhEn } from './descriptions';
import { registerEnumType } from 'type-graphql';

registerEnumType(CenterType, {
  name: 'CenterType',
  description: zhEn('中心类型', 'Type of a functional center, one of seven (R34)'),
  valuesConfig: {
    GENERAL_AFFAIRS: {
      description: zhEn('街道事务综合管理中心', 'General affairs: dispatches and coordinates'),
    },
    HEALTH: { description: zhEn('街道健康服务中心', 'Health services') },
    CULTURE_EDUCATION: { description: zhEn('街道文化教育服务中心', 'Culture and education services') },
    CIVIL_AFFAIRS: { description: zhEn('街道事务处理服务中心', 'Handling of residents’ affairs') },
    URBAN_MANAGEMENT: { description: zhEn('街道城市建设管理服务中心', 'Urban construction and management') },
    SOCIAL_MOBILIZATION: { description: zhEn('街道社会动员中心', 'Social mobilization') },
    PUBLIC_SECURITY: { description: zhEn('街道综治维稳中心', 'Public security and stability') },
  },
});

export { CenterType };
