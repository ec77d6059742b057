import { Source, zhEn } from '@mtg/subgraph-kit';
import { Field, ID, InterfaceType } from 'type-graphql';

/**
 * The plain interface that the four concrete street types implement; the gateway routes by their names. Modules add
 * their fields with resolvers on this class. Whatever a street serves is nullable here, so that three streets
 * answer whole while the fourth is down.
 */
@InterfaceType('Street', {
  autoRegisterImplementations: false,
  description: zhEn('街道(办事处)', 'A street, the lowest level of city government'),
})
export abstract class Street {
  @Field(() => ID, { description: zhEn('街道代码，如 DAYU', 'Code of the street, e.g. DAYU') })
  code: string;

  @Field(() => String, { description: zhEn('街道名称', 'Name of the street') })
  name: string;

  @Field(() => String, { description: zhEn('统计用区划代码(9位)', 'Statistical division code, 9 digits') })
  divisionCode: string;

  @Field(() => Source, { description: zhEn('来源', 'Source of these facts') })
  source: Source;
}
