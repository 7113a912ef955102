// The tokens of a TypeScript file, each with its line and its shape: what stays of it when names and values are set aside.
import ts from 'typescript';

const { SyntaxKind } = ts;

/** Kinds whose text is a name or a value: two tokens of these kinds have the same shape, whatever they say. */
const given = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.PrivateIdentifier,
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

/**
 * Tokens of `text` in order, without comments and without imports and re-exports:
 * `line` counts from 1, `shape` is `_` for names, strings and numbers and the text itself for the rest, `inArm` tells
 * whether it stands in an arm of a switch.
 */
export function readTokens(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const tokens = [];
  const visit = (node, inArm) => {
    if (ts.isImportDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier)) return;
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    if (children.length > 0) {
      const isArm = inArm || ts.isCaseOrDefaultClause(node);
      return children.forEach((child) => visit(child, isArm));
    }
    const word = node.getText(source);
    if (word === '') return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    tokens.push({ line, text: word, shape: given.has(node.kind) ? '_' : word, inArm });
  };
  visit(source, false);
  return tokens;
}
