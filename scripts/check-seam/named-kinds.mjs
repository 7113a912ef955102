// Where types of the language are named by hand, past what a table of all of them could say.
import path from 'node:path';
import ts from 'typescript';

const { SyntaxKind } = ts;
const comparisons = [SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken];

/** The kinds of the type `FieldType` that `file` declares. */
function kindsOf(program, file) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const union = source.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'FieldType',
  );
  const members = checker.getTypeAtLocation(union.name);
  const kind = checker.getTypeOfSymbolAtLocation(members.getProperty('kind'), union);
  return new Set((kind.types ?? [kind]).map(({ value }) => value));
}

/**
 * The files of `files` that compare the kind of a field's type with a name, switch over it, or list some kinds:
 * `{ file, count }`, the most first. `file` and `unionFile`, the home of `FieldType`, are relative to `root`.
 */
export function namedKinds(program, root, files, unionFile) {
  const kinds = kindsOf(program, path.join(root, unionFile));
  const checker = program.getTypeChecker();
  const isKind = (node) => ts.isStringLiteral(node) && kinds.has(node.text);
  /** Claims that the value is one of the kinds, and nothing else. */
  const holdsKind = (node) => {
    const type = checker.getTypeAtLocation(node);
    const types = type.types ?? [type];
    return types.every((each) => each.isStringLiteral() && kinds.has(each.value));
  };
  const namesKind = (node) => {
    if (ts.isBinaryExpression(node) && comparisons.includes(node.operatorToken.kind)) {
      return isKind(node.right) && holdsKind(node.left);
    }
    if (ts.isCaseClause(node)) return isKind(node.expression) && holdsKind(node.parent.parent.expression);
    if (ts.isArrayLiteralExpression(node)) return node.elements.length > 1 && node.elements.every(isKind);
    if (ts.isObjectLiteralExpression(node)) {
      const { properties } = node;
      return (
        properties.length > 1 && properties.every(({ name }) => name !== undefined && kinds.has(name.text))
      );
    }
    return false;
  };
  return files
    .map((file) => {
      let count = 0;
      const visit = (node) => {
        if (namesKind(node)) count++;
        ts.forEachChild(node, visit);
      };
      visit(program.getSourceFile(path.join(root, file)));
      return { file, count };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
