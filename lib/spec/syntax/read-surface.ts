import type {
  ActionSyntax,
  FieldHintSyntax,
  OutcomeSyntax,
  SectionFieldSyntax,
  SectionSyntax,
  SurfaceItemSyntax,
  SurfaceSyntax,
  TriggerSyntax,
} from './ast.ts';
import { readArrowRight } from './read-arrow.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readMeta, readWas, reportUnknownLine } from './read-entity.ts';
import { readUx } from './read-ux.ts';
import {
  readColon,
  readDotted,
  readName,
  readOptionalString,
  readOptions,
  readString,
  readWord,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

const MODES = ['list', 'view', 'create', 'edit', 'custom'] as const;
const TRIGGERS = ['submit', 'click', 'auto'] as const;
const OUTCOMES = ['surface', 'experience', 'integration'] as const;

/** Reads `surface name "Title" was old:` and its lines. */
export function readSurface(reader: Reader): SurfaceSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the surface');
  const title = readOptionalString(reader);
  const was = readWas(reader);
  const parts = readBlock(reader, 'surface', name ?? '', readSurfaceItem);
  return name && { kind: 'surface', name, title, was, ...parts };
}

function readSurfaceItem(reader: Reader): SurfaceItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'uses': {
      reader.at++;
      if (readWord(reader, ['entity']) === null) return null;
      const entity = readDotted(reader, 'the name of an entity');
      return { kind: 'uses_entity', entity, span: reader.spanFrom(first) };
    }
    case 'mode': {
      reader.at++;
      readColon(reader);
      const value = readWord(reader, MODES);
      return { kind: 'mode', value, span: reader.spanFrom(first) };
    }
    case 'section':
      return readSection(reader);
    case 'action':
      return readAction(reader);
    case 'ux':
      return readUx(reader);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, ['uses entity', 'mode', 'section', 'action', 'ux', 'meta']);
}

function readSection(reader: Reader): SectionSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the section');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'section', name ?? '', readSectionItem);
  return name && { kind: 'section', name, title, ...parts };
}

type SectionItem = SectionSyntax['items'][number];

function readSectionItem(reader: Reader): SectionItem | null {
  if (isMetaNext(reader)) return readMeta(reader);
  if (reader.word === 'field') return readSectionField(reader);
  return reportUnknownLine(reader, ['field', 'meta']);
}

function readSectionField(reader: Reader): SectionFieldSyntax | null {
  const first = reader.at++;
  const before = reader.losses;
  const name = readName(reader, 'the name of a field');
  if (name === null) return null;
  const label = readOptionalString(reader);
  const options = readOptions(reader);
  if (reader.kind === t.COLON) {
    return { kind: 'section_field', name, label, options, ...readBlock(reader, 'field', name, readHint) };
  }
  const span = reader.spanFrom(first);
  const broken = reader.losses > before || reader.at < reader.end;
  return { kind: 'section_field', name, label, options, items: null, head: span, span, broken };
}

function readHint(reader: Reader): FieldHintSyntax | ReturnType<typeof readMeta> {
  const first = reader.at;
  const word = reader.word;
  if (word === 'help' || word === 'placeholder') {
    reader.at++;
    readColon(reader);
    const value = readString(reader);
    return { kind: word, value, span: reader.spanFrom(first) };
  }
  if (isMetaNext(reader)) return readMeta(reader);
  return reportUnknownLine(reader, ['help', 'placeholder', 'meta']);
}

function readAction(reader: Reader): ActionSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the action');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'action', name ?? '', readTrigger);
  return name && { kind: 'action', name, title, ...parts };
}

function readTrigger(reader: Reader): TriggerSyntax | ReturnType<typeof readMeta> {
  const first = reader.at;
  if (reader.word === 'on') {
    reader.at++;
    const trigger = readWord(reader, TRIGGERS);
    if (trigger === null || !readArrowRight(reader)) return null;
    const outcome = readOutcome(reader);
    return { kind: 'on', trigger: trigger.value, outcome, span: reader.spanFrom(first) };
  }
  if (reader.word === 'outcome') {
    reader.at++;
    readColon(reader);
    const outcome = readOutcome(reader);
    return { kind: 'on', trigger: 'submit', outcome, span: reader.spanFrom(first) };
  }
  if (isMetaNext(reader)) return readMeta(reader);
  return reportUnknownLine(reader, ['on', 'outcome', 'meta']);
}

function readOutcome(reader: Reader): OutcomeSyntax | null {
  const first = reader.at;
  const kind = readWord(reader, OUTCOMES);
  if (kind === null) return null;
  const target = readDotted(reader, `the name of the ${kind.value}`);
  if (target === null) return null;
  switch (kind.value) {
    case 'surface':
      return { kind: 'surface', surface: target, span: reader.spanFrom(first) };
    case 'experience': {
      const step = reader.takeWord('step') ? readName(reader, 'the name of the step') : null;
      return { kind: 'experience', experience: target, step, span: reader.spanFrom(first) };
    }
    case 'integration': {
      const isNamed = readWord(reader, ['action']) !== null;
      const action = isNamed ? readName(reader, 'the name of the action') : null;
      return { kind: 'integration', integration: target, action, span: reader.spanFrom(first) };
    }
  }
}
