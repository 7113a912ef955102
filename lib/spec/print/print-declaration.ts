import type {
  DeclarationSyntax,
  ExperienceSyntax,
  MetaSyntax,
  PersonaSyntax,
  StepItemSyntax,
} from '../syntax/ast.ts';
import type { Line } from './line.ts';
import { printEntity, printMeta, toBlock, toLine } from './print-entity.ts';
import { printForeignModel, printIntegration, printService } from './print-integration.ts';
import { printSurface, printWorkspace } from './print-surface.ts';
import { printTest } from './print-test.ts';
import { printLiteral, printString, printTitle } from './print-value.ts';

/** The canonical lines of one declaration, which must have been parsed without an error. */
export function printDeclaration(source: string, declaration: DeclarationSyntax): Line {
  switch (declaration.kind) {
    case 'module':
      return toLine(declaration, `module ${declaration.name.text}`);
    case 'use': {
      const alias = declaration.alias === null ? '' : ` as ${declaration.alias.text}`;
      return toLine(declaration, `use ${declaration.module.text}${alias}`);
    }
    case 'app':
      return toLine(declaration, `app ${declaration.name.text}${printTitle(source, declaration.title)}`);
    case 'entity':
      return printEntity(source, declaration);
    case 'surface':
      return printSurface(source, declaration);
    case 'workspace':
      return printWorkspace(source, declaration);
    case 'persona':
      return printPersona(source, declaration);
    case 'experience':
      return printExperience(source, declaration);
    case 'service':
      return printService(source, declaration);
    case 'foreign_model':
      return printForeignModel(source, declaration);
    case 'integration':
      return printIntegration(source, declaration);
    case 'test':
      return printTest(source, declaration);
  }
}

function printPersona(source: string, persona: PersonaSyntax): Line {
  const lines = persona.items.map((item) => {
    if (item.kind === 'meta') return printMeta(source, item);
    if (item.list === null) {
      return toLine(item, `${item.name.text}: ${printLiteral(source, item.value!)}`);
    }
    const entries = item.list.map((entry) => toLine(entry, `- ${printString(source, entry.span)}`));
    return toBlock(item, item.name.text, entries);
  });
  return toBlock(persona, `persona ${persona.name.text}${printTitle(source, persona.title)}`, lines);
}

function printExperience(source: string, experience: ExperienceSyntax): Line {
  const lines = experience.items.map((item) => {
    switch (item.kind) {
      case 'start':
        return toLine(item, `start at step ${item.step!.text}`);
      case 'step':
        return toBlock(
          item,
          `step ${item.name.text}`,
          item.items.map((inner) => printStepItem(source, inner)),
        );
      case 'meta':
        return printMeta(source, item);
    }
  });
  const head = `experience ${experience.name.text}${printTitle(source, experience.title)}`;
  return toBlock(experience, head, lines);
}

function printStepItem(source: string, item: StepItemSyntax | MetaSyntax): Line {
  switch (item.kind) {
    case 'kind':
      return toLine(item, `kind: ${item.value!.value}`);
    case 'surface':
      return toLine(item, `surface ${item.surface!.text}`);
    case 'integration': {
      const action = item.action === null ? '' : ` action ${item.action.text}`;
      return toLine(item, `integration ${item.integration!.text}${action}`);
    }
    case 'transition':
      return toLine(item, `on ${item.on} -> step ${item.step!.text}`);
    case 'meta':
      return printMeta(source, item);
  }
}
