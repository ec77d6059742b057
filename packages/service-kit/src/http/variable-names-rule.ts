import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses a variable called `__proto__`, which no JSON can give: set on an object, it changes what the object inherits,
 * and the variable would pass for one that was left out.
 */
export const variableNamesRule: ValidationRule = (context) => ({
  VariableDefinition: (node) => {
    if (node.variable.name.value !== '__proto__') return;
    context.reportError(
      new GraphQLError(
        '变量不能叫 $__proto__，请换一个名称 · A variable cannot be named $__proto__. Choose another name',
        {
          nodes: node,
        },
      ),
    );
  },
});
