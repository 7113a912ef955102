import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  deepestJson,
  exactDigits,
  fieldKinds,
  longestDate,
  longestKey,
  longestMatched,
  longestNumber,
  longestUuid,
} from '../../../lib/index.ts';
import { bothBackends, textOf, type BothBackends } from '../both-backends.ts';

describe('Limits of what is entered', () => {
  let both: BothBackends;
  let django: string;
  let express: string;

  beforeAll(async () => {
    both = await bothBackends(
      'entity Link "Link":\n  id: uuid pk\n  mail: email\n  page: url\n  code: text pattern="^[A-Z]+$"\n',
    );
    django = textOf(both.django, /app\/(models|records|widgets)\.py$/);
    express = textOf(both.express, /src\/(forms\/(fields|storable)|records\/find|db\/sqlite)\.js$/);
  });

  it('leave room for every value of the type', () => {
    const widest = (1.7976931348623157e308).toLocaleString('en', { useGrouping: false });
    expect(widest.length).toBeLessThan(longestNumber);
    expect('2026-01-31T23:59:59.999'.length).toBeLessThan(longestDate);
    expect('00000000-0000-0000-0000-000000000000'.length).toBeLessThan(longestUuid);
  });

  it('stand in the code that reads forms and addresses', () => {
    expect(express).toContain(`const longestNumber = ${longestNumber};`);
    expect(express).toContain(`const longestDate = ${longestDate};`);
    expect(express).toContain(`const longestKey = ${longestUuid};`);
    expect(express).toContain(`String(text).length > ${longestKey}`);
  });

  it('are the same on both for texts with a pattern, mail and web addresses', () => {
    expect(express).toContain(`const longestMatched = ${longestMatched};`);
    expect(django).toContain(`MaxLengthValidator(${longestMatched})`);
    expect(express).toContain(`.max(${fieldKinds.url.maxLength}, `);
    expect(django).toContain(`UrlField(max_length=${fieldKinds.url.maxLength}`);
    expect(express).toContain(`.max(${fieldKinds.email.maxLength}, `);
    // Django's own default is 254.
    expect(fieldKinds.email.maxLength).toBe(254);
    expect(django).toMatch(/EmailField\((?!.*max_length)/);
  });

  it('are the same on both for JSON and for decimals on SQLite', () => {
    expect(express).toContain(`depth > ${deepestJson} `);
    expect(django).toContain(`depth > ${deepestJson} `);
    expect(express).toContain(`exactDigits = ${exactDigits};`);
    expect(django).toContain(`EXACT_DIGITS = ${exactDigits}\n`);
    expect(String(Number(`0.${'9'.repeat(exactDigits)}`))).toBe(`0.${'9'.repeat(exactDigits)}`);
  });
});
