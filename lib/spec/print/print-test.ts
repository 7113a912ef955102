import type { AssertionSyntax, MetaSyntax, PairSyntax, TestItemSyntax, TestSyntax } from '../syntax/ast.ts';
import type { Line } from './line.ts';
import { printMeta, toBlock, toLine } from './print-entity.ts';
import { printLiteral, printOption, printString, printTitle } from './print-value.ts';

/** A test; its docstring gets a line of its own. */
export function printTest(source: string, test: TestSyntax): Line {
  const lines = test.items.map((item) => printTestItem(source, item));
  if (test.docstring !== null) {
    lines.unshift(toLine(test.docstring, printString(source, test.docstring.span)));
  }
  return toBlock(test, `test ${test.name.text}${printTitle(source, test.title)}`, lines);
}

function printTestItem(source: string, item: TestItemSyntax): Line {
  switch (item.kind) {
    case 'setup': {
      const lines = item.items.map((line) => {
        if (line.kind === 'meta') return printMeta(source, line);
        const values = line.values.map((value) => printOption(source, value)).join(', ');
        const text = `${line.name.text}: create ${line.entity!.text}`;
        return toLine(line, values === '' ? text : `${text} with ${values}`);
      });
      return toBlock(item, 'setup', lines);
    }
    case 'action': {
      const relation = item.relation === null ? '' : ` ${item.relation.text}`;
      return toLine(item, `action: ${item.verb!.value} ${item.target!.text}${relation}`);
    }
    case 'data':
    case 'filter':
    case 'search':
      return toBlock(item, item.kind, printPairs(source, item.items));
    case 'order_by':
      return toLine(item, `order_by: ${printString(source, item.value!.span)}`);
    case 'expect': {
      const lines = item.items.map((line) =>
        line.kind === 'meta' ? printMeta(source, line) : toLine(line, printAssertion(source, line)),
      );
      return toBlock(item, 'expect', lines);
    }
    case 'meta':
      return printMeta(source, item);
  }
}

function printPairs(source: string, items: readonly (PairSyntax | MetaSyntax)[]): Line[] {
  return items.map((item) =>
    item.kind === 'meta'
      ? printMeta(source, item)
      : toLine(item, `${item.name.text}: ${printLiteral(source, item.value!)}`),
  );
}

function printAssertion(source: string, line: AssertionSyntax): string {
  switch (line.kind) {
    case 'status':
      return `status: ${line.value!.value}`;
    case 'created':
      return `created: ${line.value!.value}`;
    case 'count': {
      const entity = line.entity === null ? '' : `${line.entity.text} `;
      return `${entity}count ${line.operator!.value} ${printLiteral(source, line.value!)}`;
    }
    case 'error_message':
      return `error_message ${line.operator!.value} ${printLiteral(source, line.value!)}`;
    case 'field': {
      const row = line.row === null ? '' : `${line.row.text} `;
      const value = line.value!;
      const right = value.kind === 'field' ? `field ${value.name.text}` : printLiteral(source, value);
      return `${row}field ${line.field.text} ${line.operator!.value} ${right}`;
    }
    case 'unchecked': {
      const operator = line.operator === null ? ':' : ` ${line.operator.value}`;
      return `${line.name.text}${operator} ${printLiteral(source, line.value!)}`;
    }
  }
}
