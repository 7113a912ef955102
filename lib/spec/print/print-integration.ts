import type {
  ForeignModelSyntax,
  IntegrationActionItemSyntax,
  IntegrationSyntax,
  MappingSyntax,
  MetaSyntax,
  ServiceSyntax,
  SyncItemSyntax,
} from '../syntax/ast.ts';
import type { Line } from './line.ts';
import { printField, printMeta, toBlock, toLine } from './print-entity.ts';
import { printNames, printOptions, printString, printTitle, printValue } from './print-value.ts';

/** A service. */
export function printService(source: string, service: ServiceSyntax): Line {
  const lines = service.items.map((item) => {
    switch (item.kind) {
      case 'spec':
        return toLine(item, `spec: ${item.form} ${printString(source, item.value!.span)}`);
      case 'owner':
        return toLine(item, `owner: ${printString(source, item.value!.span)}`);
      case 'auth_profile':
        return toLine(item, `auth_profile: ${item.auth!.value}${printOptions(source, item.options)}`);
      case 'meta':
        return printMeta(source, item);
    }
  });
  return toBlock(service, `service ${service.name.text}${printTitle(source, service.title)}`, lines);
}

/** A foreign model. */
export function printForeignModel(source: string, model: ForeignModelSyntax): Line {
  const lines = model.items.map((item) => {
    switch (item.kind) {
      case 'key':
        return toLine(item, `key: ${printNames(item.names)}`);
      case 'constraint':
        return toLine(item, `constraint ${item.value!.value}${printOptions(source, item.options)}`);
      case 'field':
        return toLine(item, `field ${printField(source, item)}`);
      case 'meta':
        return printMeta(source, item);
    }
  });
  const head = `foreign_model ${model.name.text} from ${model.service!.text}`;
  return toBlock(model, `${head}${printTitle(source, model.title)}`, lines);
}

/** An integration. */
export function printIntegration(source: string, integration: IntegrationSyntax): Line {
  const lines = integration.items.map((item) => {
    switch (item.kind) {
      case 'uses_service':
        return toLine(item, `uses service ${printNames(item.names)}`);
      case 'uses_foreign_model':
        return toLine(item, `uses foreign_model ${printNames(item.names)}`);
      case 'iaction': {
        const inner = item.items.map((line) => printActionItem(source, line));
        return toBlock(item, `action ${item.name.text}`, inner);
      }
      case 'sync': {
        const inner = item.items.map((line) => printSyncItem(source, line));
        return toBlock(item, `sync ${item.name.text}`, inner);
      }
      case 'meta':
        return printMeta(source, item);
    }
  });
  const head = `integration ${integration.name.text}${printTitle(source, integration.title)}`;
  return toBlock(integration, head, lines);
}

function printActionItem(source: string, item: IntegrationActionItemSyntax): Line {
  switch (item.kind) {
    case 'when_surface':
      return toLine(item, `when surface ${item.surface!.text} submitted`);
    case 'call': {
      const head = `call ${item.service!.text}.${item.operation!.text} with`;
      return toBlock(item, head, printMappings(source, item.items, '<-'));
    }
    case 'call_service':
      return toLine(item, `call service ${item.service!.text}`);
    case 'call_operation':
      return toLine(item, `call operation ${item.operation!.value}`);
    case 'call_mapping':
      return toBlock(item, 'call mapping', printMappings(source, item.items, '->'));
    case 'map_response': {
      const head = `map response ${item.foreign!.text} -> entity ${item.entity!.text}`;
      return toBlock(item, head, printMappings(source, item.items, '<-'));
    }
    case 'response_foreign':
      return toLine(item, `response foreign ${item.foreign!.text}`);
    case 'response_entity':
      return toLine(item, `response entity ${item.entity!.text}`);
    case 'response_mapping':
      return toBlock(item, 'response mapping', printMappings(source, item.items, '->'));
    case 'meta':
      return printMeta(source, item);
  }
}

function printMappings(
  source: string,
  items: readonly (MappingSyntax | MetaSyntax)[],
  arrow: '<-' | '->',
): Line[] {
  return items.map((item) =>
    item.kind === 'meta'
      ? printMeta(source, item)
      : toLine(item, `${item.name.text} ${arrow} ${printValue(source, item.value!)}`),
  );
}

function printSyncItem(source: string, item: SyncItemSyntax): Line {
  switch (item.kind) {
    case 'mode':
      return toLine(item, `mode: ${item.value!.value}${printTitle(source, item.schedule)}`);
    case 'schedule':
      return toLine(item, `schedule: ${printString(source, item.value!.span)}`);
    case 'from': {
      const operation = `${item.service!.text}.${item.operation!.text}`;
      return toLine(item, `from ${operation} as ${item.foreign!.text}`);
    }
    case 'from_service':
      return toLine(item, `from service ${item.service!.text}`);
    case 'from_operation':
      return toLine(item, `from operation ${item.operation!.value}`);
    case 'from_foreign':
      return toLine(item, `from foreign ${item.foreign!.text}`);
    case 'into_entity':
      return toLine(item, `into entity ${item.entity!.text}`);
    case 'match': {
      const lines = item.items.map((line) =>
        line.kind === 'meta'
          ? printMeta(source, line)
          : toLine(line, `${line.left.text} <-> ${line.right!.text}`),
      );
      return toBlock(item, 'match on', lines);
    }
    case 'meta':
      return printMeta(source, item);
  }
}
