import type { AggregateSyntax, ConditionSyntax, ExpressionSyntax, OperandSyntax } from '../syntax/ast.ts';
import { printLiteral } from './print-value.ts';

/** A condition with only the parentheses that it needs. */
export function printCondition(source: string, condition: ConditionSyntax): string {
  switch (condition.kind) {
    case 'or':
      return condition.parts.map((part) => printCondition(source, part)).join(' or ');
    case 'and':
      return condition.parts.map((part) => printPart(source, part, part.kind === 'or')).join(' and ');
    case 'not': {
      const { part } = condition;
      return `not ${printPart(source, part, part.kind !== 'compare')}`;
    }
    case 'compare': {
      const { left, operator, right } = condition;
      return `${printOperand(source, left)} ${operator} ${printOperand(source, right)}`;
    }
  }
}

function printPart(source: string, part: ConditionSyntax, inParentheses: boolean): string {
  const text = printCondition(source, part);
  return inParentheses ? `(${text})` : text;
}

function printOperand(source: string, operand: OperandSyntax): string {
  switch (operand.kind) {
    case 'path':
      return operand.path.text;
    case 'elapsed':
      return `${operand.measure}(${operand.path.text})`;
    case 'aggregate':
      return printAggregate(source, operand);
    case 'literal':
      return printLiteral(source, operand.value);
    case 'list':
      return `[${operand.values.map((value) => printLiteral(source, value)).join(', ')}]`;
    case 'current_user':
      return ['current_user', ...operand.path.map((name) => name.text)].join('.');
    case 'ago':
      return source.slice(operand.span.start, operand.span.end).toLowerCase();
  }
}

function printAggregate(source: string, aggregate: AggregateSyntax): string {
  const argument = aggregate.argument?.text ?? '*';
  const distinct = aggregate.distinct ? 'distinct ' : '';
  const where = aggregate.where === null ? '' : ` where ${printCondition(source, aggregate.where)}`;
  return `${aggregate.measure}(${distinct}${argument}${where})`;
}

/** An arithmetic expression with only the parentheses that it needs. */
export function printExpression(source: string, expression: ExpressionSyntax): string {
  switch (expression.kind) {
    case 'number':
      return expression.value.text;
    case 'name':
      return expression.name.text;
    case 'aggregate':
      return printAggregate(source, expression);
    case 'round': {
      const digits = expression.digits === null ? '' : `, ${expression.digits.text}`;
      return `round(${printExpression(source, expression.value)}${digits})`;
    }
    case 'arithmetic': {
      const rank = rankOf(expression);
      const left = printSide(source, expression.left, rankOf(expression.left) < rank);
      const right = printSide(source, expression.right, rankOf(expression.right) <= rank);
      return `${left} ${expression.operator} ${right}`;
    }
  }
}

function printSide(source: string, side: ExpressionSyntax, inParentheses: boolean): string {
  const text = printExpression(source, side);
  return inParentheses ? `(${text})` : text;
}

/** How tightly the outermost operator binds. */
function rankOf(expression: ExpressionSyntax): number {
  if (expression.kind !== 'arithmetic') return 3;
  return expression.operator === '+' || expression.operator === '-' ? 1 : 2;
}
