import { zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../district-references/references';
import type { StreetContext } from '../street-context';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { agenciesBySection, centersByCode, sectionsByName } from './loaders';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

const CENTER = zhEn('所属中心', 'The center it belongs to');
const SECTION = zhEn('对应科室', 'The section it corresponds to');

@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver(() => FunctionalCenter, { nullable: true, description: CENTER })
  center(@Root() { centerCode }: Section, @Ctx() { loaders, database }: StreetContext) {
    return loaders.get(centersByCode, database).load(centerCode);
  }

  @FieldResolver(() => FieldAgency, {
    nullable: true,
    description: zhEn('对应派出机构', 'The field agency that this section is, if it is one'),
  })
  fieldAgency(@Root() { name }: Section, @Ctx() { loaders, database }: StreetContext) {
    return loaders.get(agenciesBySection, database).load(name);
  }
}

@Resolver(() => ServiceSystem)
export class ServiceSystemResolver {
  @FieldResolver(() => FunctionalCenter, { nullable: true, description: CENTER })
  center(@Root() { centerCode }: ServiceSystem, @Ctx() { loaders, database }: StreetContext) {
    return loaders.get(centersByCode, database).load(centerCode);
  }
}

@Resolver(() => Post)
export class PostResolver {
  @FieldResolver(() => FunctionalCenter, { nullable: true, description: CENTER })
  center(@Root() { centerCode }: Post, @Ctx() { loaders, database }: StreetContext) {
    return loaders.get(centersByCode, database).load(centerCode);
  }

  @FieldResolver(() => Section, { nullable: true, description: SECTION })
  section(@Root() { sectionName }: Post, @Ctx() { loaders, database }: StreetContext) {
    return sectionName === null ? null : loaders.get(sectionsByName, database).load(sectionName);
  }
}

@Resolver(() => FieldAgency)
export class FieldAgencyResolver {
  @FieldResolver(() => Section, { nullable: true, description: SECTION })
  section(@Root() { sectionName }: FieldAgency, @Ctx() { loaders, database }: StreetContext) {
    return loaders.get(sectionsByName, database).load(sectionName);
  }

  @FieldResolver(() => Department, {
    nullable: true,
    description: zhEn('主管部门，来源未载明时为空', 'Its department; null where no source states it'),
  })
  department(@Root() { departmentCode }: FieldAgency): Department | null {
    return departmentCode === null ? null : Object.assign(new Department(), { code: departmentCode });
  }
}
