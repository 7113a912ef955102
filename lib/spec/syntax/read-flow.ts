import type {
  ExperienceSyntax,
  MetaSyntax,
  PersonaPropertySyntax,
  PersonaSyntax,
  StepItemSyntax,
  StepSyntax,
  StringSyntax,
} from './ast.ts';
import { readArrowRight } from './read-arrow.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import { readKey } from './read-ux.ts';
import { readLiteral, readName, readOptionalString, readString, readWord } from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `persona name "Title":` and its lines. */
export function readPersona(reader: Reader): PersonaSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the persona');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'persona', name ?? '', readPersonaItem);
  return name && { kind: 'persona', name, title, ...parts };
}

function readPersonaItem(reader: Reader): PersonaPropertySyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const name = readName(reader, 'the name of a property');
  if (name === null) return null;
  if (reader.kind === t.COLON && reader.kindAt(1) === t.END) {
    const parts = readBlock(reader, 'property', name, readListLine);
    return { kind: 'property', name, value: null, list: parts.items, head: parts.head, span: parts.span };
  }
  reader.at = first;
  readKey(reader);
  const value = readLiteral(reader);
  const span = reader.spanFrom(first);
  return { kind: 'property', name, value, list: null, head: span, span };
}

function readListLine(reader: Reader): StringSyntax | null {
  if (!reader.take(t.MINUS)) return reader.reportMissing('"-"', 'write - "text"');
  return readString(reader);
}

/** Reads `experience name "Title":` and its lines. */
export function readExperience(reader: Reader): ExperienceSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the experience');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'experience', name ?? '', readExperienceItem);
  return name && { kind: 'experience', name, title, ...parts };
}

type ExperienceItem = ExperienceSyntax['items'][number];

function readExperienceItem(reader: Reader): ExperienceItem | null {
  const first = reader.at;
  switch (reader.word) {
    case 'start': {
      reader.at++;
      if (!reader.take(t.COLON)) {
        if (readWord(reader, ['at']) === null)
          return { kind: 'start', step: null, span: reader.spanFrom(first) };
        if (!reader.takeWord('step')) {
          reader.reportMissing('"step"', 'write start at step NAME');
          return { kind: 'start', step: null, span: reader.spanFrom(first) };
        }
      }
      const step = readName(reader, 'the name of the first step');
      return { kind: 'start', step, span: reader.spanFrom(first) };
    }
    case 'step':
      return readStep(reader);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, ['start at step', 'step', 'meta']);
}

function readStep(reader: Reader): StepSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the step');
  const parts = readBlock(reader, 'step', name ?? '', readStepItem);
  return name && { kind: 'step', name, ...parts };
}

const STEP_WORDS = ['kind', 'surface', 'integration', 'on', 'success', 'failure', 'cancel', 'meta'];

function readStepItem(reader: Reader): StepItemSyntax | MetaSyntax | null {
  const first = reader.at;
  const word = reader.word;
  switch (word) {
    case 'kind': {
      readKey(reader);
      const value = readWord(reader, ['surface', 'process', 'integration'] as const);
      return { kind: 'kind', value, span: reader.spanFrom(first) };
    }
    case 'surface': {
      reader.at++;
      reader.take(t.COLON);
      const surface = readName(reader, 'the name of a surface');
      return { kind: 'surface', surface, span: reader.spanFrom(first) };
    }
    case 'integration': {
      reader.at++;
      reader.take(t.COLON);
      const integration = readName(reader, 'the name of an integration');
      const isNamed = integration !== null && reader.takeWord('action');
      const action = isNamed ? readName(reader, 'the name of the action') : null;
      return { kind: 'integration', integration, action, span: reader.spanFrom(first) };
    }
    case 'on':
      reader.at++;
      return readTransition(reader, first);
    case 'success':
    case 'failure':
    case 'cancel':
      return readTransition(reader, first);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, STEP_WORDS);
}

function readTransition(reader: Reader, first: number): StepItemSyntax | null {
  const on = readWord(reader, ['success', 'failure', 'cancel'] as const);
  if (on === null || !readArrowRight(reader)) return null;
  if (reader.word === 'step' && reader.kindAt(1) === t.WORD) reader.at++;
  const step = readName(reader, 'the name of a step');
  return { kind: 'transition', on: on.value, step, span: reader.spanFrom(first) };
}
