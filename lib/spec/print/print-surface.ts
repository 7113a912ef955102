import type {
  ActionSyntax,
  OutcomeSyntax,
  PersonaViewItemSyntax,
  RegionItemSyntax,
  SectionSyntax,
  SurfaceSyntax,
  UxItemSyntax,
  UxSyntax,
  WorkspaceSyntax,
} from '../syntax/ast.ts';
import type { Line } from './line.ts';
import { printCondition, printExpression } from './print-condition.ts';
import { printMeta, toBlock, toLine } from './print-entity.ts';
import {
  printLiteral,
  printNames,
  printOptions,
  printOrder,
  printString,
  printTitle,
} from './print-value.ts';

/** A surface. */
export function printSurface(source: string, surface: SurfaceSyntax): Line {
  const was = surface.was === null ? '' : ` was ${surface.was.text}`;
  const lines = surface.items.map((item) => {
    switch (item.kind) {
      case 'uses_entity':
        return toLine(item, `uses entity ${item.entity!.text}`);
      case 'mode':
        return toLine(item, `mode: ${item.value!.value}`);
      case 'section':
        return printSection(source, item);
      case 'action':
        return printAction(source, item);
      case 'ux':
        return printUx(source, item);
      case 'meta':
        return printMeta(source, item);
    }
  });
  return toBlock(surface, `surface ${surface.name.text}${printTitle(source, surface.title)}${was}`, lines);
}

function printSection(source: string, section: SectionSyntax): Line {
  const lines = section.items.map((item) => {
    if (item.kind === 'meta') return printMeta(source, item);
    const options = printOptions(source, item.options);
    const text = `field ${item.name.text}${printTitle(source, item.label)}${options}`;
    if (item.items === null) return toLine(item, text);
    const hints = item.items.map((hint) =>
      hint.kind === 'meta'
        ? printMeta(source, hint)
        : toLine(hint, `${hint.kind}: ${printString(source, hint.value!.span)}`),
    );
    return toBlock(item, text, hints);
  });
  return toBlock(section, `section ${section.name.text}${printTitle(source, section.title)}`, lines);
}

function printAction(source: string, action: ActionSyntax): Line {
  const lines = action.items.map((item) =>
    item.kind === 'meta'
      ? printMeta(source, item)
      : toLine(item, `on ${item.trigger} -> ${printOutcome(item.outcome!)}`),
  );
  return toBlock(action, `action ${action.name.text}${printTitle(source, action.title)}`, lines);
}

function printOutcome(outcome: OutcomeSyntax): string {
  switch (outcome.kind) {
    case 'surface':
      return `surface ${outcome.surface.text}`;
    case 'experience': {
      const step = outcome.step === null ? '' : ` step ${outcome.step.text}`;
      return `experience ${outcome.experience.text}${step}`;
    }
    case 'integration':
      return `integration ${outcome.integration.text} action ${outcome.action!.text}`;
  }
}

function printUx(source: string, ux: UxSyntax): Line {
  return toBlock(
    ux,
    'ux',
    ux.items.map((item) => printUxItem(source, item)),
  );
}

function printUxItem(source: string, item: UxItemSyntax): Line {
  switch (item.kind) {
    case 'purpose':
    case 'empty':
      return toLine(item, `${item.kind}: ${printString(source, item.value!.span)}`);
    case 'show':
    case 'filter':
    case 'search':
      return toLine(item, `${item.kind}: ${printNames(item.names)}`);
    case 'sort':
      return toLine(item, `sort: ${printOrder(item.keys)}`);
    case 'display':
      return toLine(item, `display: ${item.value!.value}`);
    case 'attention': {
      const lines = item.items.map((inner) => {
        switch (inner.kind) {
          case 'when':
            return toLine(inner, `when: ${printCondition(source, inner.condition!)}`);
          case 'message':
            return toLine(inner, `message: ${printString(source, inner.value!.span)}`);
          case 'action':
            return toLine(inner, `action: ${inner.target!.text}`);
          case 'meta':
            return printMeta(source, inner);
        }
      });
      return toBlock(item, `attention ${item.level!.value}`, lines);
    }
    case 'for': {
      const lines = item.items.map((inner) => printPersonaViewItem(source, inner));
      return toBlock(item, `for ${item.persona.text}`, lines);
    }
    case 'meta':
      return printMeta(source, item);
  }
}

function printPersonaViewItem(source: string, item: PersonaViewItemSyntax): Line {
  switch (item.kind) {
    case 'scope':
      return toLine(item, `scope: ${item.scope === 'all' ? 'all' : printCondition(source, item.scope!)}`);
    case 'purpose':
      return toLine(item, `purpose: ${printString(source, item.value!.span)}`);
    case 'show':
    case 'hide':
    case 'show_aggregate':
    case 'focus':
      return toLine(item, `${item.kind}: ${printNames(item.names)}`);
    case 'action_primary':
      return toLine(item, `action_primary: ${item.target!.text}`);
    case 'read_only':
      return toLine(item, `read_only: ${item.value!.value}`);
    case 'defaults': {
      const lines = item.items.map((pair) =>
        pair.kind === 'meta'
          ? printMeta(source, pair)
          : toLine(pair, `${pair.name.text}: ${printLiteral(source, pair.value!)}`),
      );
      return toBlock(item, 'defaults', lines);
    }
    case 'meta':
      return printMeta(source, item);
  }
}

/** A workspace. */
export function printWorkspace(source: string, workspace: WorkspaceSyntax): Line {
  const lines = workspace.items.map((item) => {
    switch (item.kind) {
      case 'purpose':
      case 'engine_hint':
        return toLine(item, `${item.kind}: ${printString(source, item.value!.span)}`);
      case 'region':
        return toBlock(
          item,
          item.name.text,
          item.items.map((inner) => printRegionItem(source, inner)),
        );
      case 'ux':
        return printUx(source, item);
      case 'meta':
        return printMeta(source, item);
    }
  });
  return toBlock(workspace, `workspace ${workspace.name.text}${printTitle(source, workspace.title)}`, lines);
}

function printRegionItem(source: string, item: RegionItemSyntax): Line {
  switch (item.kind) {
    case 'source':
      return toLine(item, `source: ${item.source!.text}`);
    case 'filter':
      return toLine(item, `filter: ${printCondition(source, item.condition!)}`);
    case 'sort':
      return toLine(item, `sort: ${printOrder(item.keys)}`);
    case 'limit':
      return toLine(item, `limit: ${item.value!.text}`);
    case 'display':
      return toLine(item, `display: ${item.value!.value}`);
    case 'action':
      return toLine(item, `action: ${item.target!.text}`);
    case 'empty':
      return toLine(item, `empty: ${printString(source, item.value!.span)}`);
    case 'group_by':
      return toLine(item, `group_by: ${item.field!.text}`);
    case 'aggregate': {
      const lines = item.items.map((line) =>
        line.kind === 'meta'
          ? printMeta(source, line)
          : toLine(line, `${line.name.text}: ${printExpression(source, line.expression!)}`),
      );
      return toBlock(item, 'aggregate', lines);
    }
    case 'meta':
      return printMeta(source, item);
  }
}
