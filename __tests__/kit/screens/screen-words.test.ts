import { describe, expect, it } from '@jest/globals';
import { screenWords } from '../../../lib/kit/screens/screen-words.ts';

describe('words of the pages', () => {
  it('take the markup of what they speak of', () => {
    expect([
      screenWords.noMatch('books'),
      screenWords.question('{{ record }}'),
      screenWords.protecting('<%= record.label %>'),
      screenWords.stillUsed('{name}'),
      screenWords.deleted('{name}'),
      screenWords.created('Book'),
      screenWords.saved('Book'),
      screenWords.notConnected('${label}'),
    ]).toEqual([
      'No books match.',
      'Really delete “{{ record }}”? This cannot be undone.',
      '“<%= record.label %>” cannot be deleted while these need it:',
      '“{name}” is still in use, so it was not deleted.',
      '“{name}” was deleted.',
      'Book created.',
      'Book saved.',
      '“${label}” is not connected to a service yet.',
    ]);
  });

  it('are fit for markup and for texts in code as they are', () => {
    const texts = Object.values(screenWords).map((word) => (typeof word === 'string' ? word : word('x')));
    expect(texts.filter((text) => /[<>&"'`\\]/.test(text))).toEqual([]);
  });
});
