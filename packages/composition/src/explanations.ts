/** Meaning of a composer's error code here, with the correction. */
export interface Explanation {
  readonly zh: string;
  readonly en: string;
}

const explain = (zh: string, en: string): Explanation => ({ zh, en });

/**
 * Explanations of the codes that occur when one street is ahead of the others. The first sentence says what is wrong, the
 * second how to correct it. Subgraph and field are prepended.
 */
export const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  SATISFIABILITY_ERROR: explain(
    '该字段在共享的值类型上，却不是每个街道都有，网关无法从别的街道取得。请让所有街道都加上它；在此之前标注 @inaccessible，或先放在本街道自己的具体类型上',
    "The field is on a shared value type, but not every street has it, and the gateway cannot fetch it elsewhere. Add it to every street. Until then, mark it @inaccessible, or put it on the street's own concrete type",
  ),
  INTERFACE_FIELD_NO_IMPLEM: explain(
    '接口上的字段并非每个实现类型都有，标注 @inaccessible 也不行。请先放在本街道自己的具体类型上，等所有街道都有了再提升到接口',
    "A field of the interface is missing from a type that implements it, and @inaccessible does not help. Put it on the street's own concrete type first. Move it to the interface when every street has it",
  ),
  ENUM_VALUE_MISMATCH: explain(
    '该枚举既作输入又作输出，各子图的取值必须一致。请让所有子图都加上该值；在此之前标注 @inaccessible',
    'The enum is used as input and as output, so all subgraphs must have the same values. Add the value to all of them. Until then, mark it @inaccessible',
  ),
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: explain(
    '必填的输入字段并非每个子图都有。请先改为可空，等所有子图都有了再改为必填',
    'A required input field is not in every subgraph. Make it nullable until all subgraphs have it',
  ),
  INVALID_FIELD_SHARING: explain(
    '同一字段由多个子图提供，但没有声明为共享。若各子图的值相同，请在每一处标注 @shareable；若各街道的数据不同，请不要共享：放到街道自己的类型或根字段上',
    "Several subgraphs resolve the same field without declaring it shared. If the value is the same everywhere, mark it @shareable in each. If each street has its own data, put it on the street's own type or root field instead",
  ),
  FIELD_TYPE_MISMATCH: explain(
    '同一字段在各子图中的类型不一致。请统一为同一类型（可空与否可以不同）',
    'The same field has different types in different subgraphs. Give it one type (they may differ in nullability)',
  ),
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: explain(
    '必填的参数并非每个子图都有。请先改为可空，等所有子图都有了再改为必填',
    'A required argument is not in every subgraph. Make it nullable until all subgraphs have it',
  ),
  TYPE_KIND_MISMATCH: explain(
    '同名的类型在各子图中种类不同（对象、接口、枚举……）。请统一，或改名',
    'Types with the same name have different kinds (object, interface, enum …). Make the kinds equal, or rename one',
  ),
  INVALID_GRAPHQL: explain(
    '该子图的 SDL 不是有效的 GraphQL 模式。请改正后重新生成',
    'The SDL of this subgraph is not a valid GraphQL schema. Correct it and generate again',
  ),
  SYNTAX_ERROR: explain(
    '该子图的 SDL 无法解析。请重新生成该子图的 schema.graphql',
    'The SDL of this subgraph cannot be parsed. Generate its schema.graphql again',
  ),
};

/** For a code that has no sentence of its own yet. */
export const UNEXPLAINED: Explanation = explain(
  '各子图的模式不能合成',
  'The schemas of the subgraphs do not compose',
);
