import type { AnyNode, Program } from 'acorn';
import { partsOf } from '../../code/javascript-scopes.ts';
import { textKind } from './name-place.ts';
import type { NamePlace } from './name-place.ts';

/** Lists where names stand in a script. */
export function listScriptPlaces(program: Program, text: string): NamePlace[] {
  const places: NamePlace[] = [];
  const add = ({ start, end }: AnyNode, as: NamePlace['as']): void => void places.push({ start, end, as });
  const visit = (node: AnyNode, as: NamePlace['as']): void => {
    switch (node.type) {
      case 'Identifier':
        return add(node, as);
      case 'Literal':
        if (typeof node.value === 'string') add(node, as === 'called' ? as : textKind(node.value));
        return;
      case 'TemplateLiteral': {
        const whole = textKind(text.slice(node.start, node.end));
        for (const part of node.quasis) add(part, whole === 'query' ? whole : textKind(part.value.raw));
        for (const part of node.expressions) visit(part, 'name');
        return;
      }
      case 'MemberExpression':
        visit(node.object, 'name');
        return visit(node.property, node.computed ? 'name' : as === 'called' ? 'called' : 'member');
      case 'CallExpression':
      case 'NewExpression':
        visit(node.callee, 'called');
        for (const part of node.arguments) visit(part, 'name');
        return;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        visit(node.key, node.computed ? 'name' : 'member');
        if (node.value && node.value.start !== node.key.start) visit(node.value, 'name');
        else if (node.value?.type === 'AssignmentPattern') visit(node.value.right, 'name');
        return;
      case 'ImportDeclaration':
      case 'ImportExpression':
        for (const part of partsOf(node)) visit(part, 'called');
        return;
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        for (const part of partsOf(node)) add(part, 'called');
        return;
      case 'ChainExpression':
        return visit(node.expression, as);
      default:
        for (const part of partsOf(node)) visit(part, 'name');
    }
  };
  visit(program, 'name');
  return places;
}
