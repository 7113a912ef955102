import { describe, expect, it } from '@jest/globals';
import { editManifest } from '../../lib/project/edit-manifest.ts';

const text = `# my project
[project]
name = "shop"   # the name

[backends.django_micro]
database = "sqlite" # for now
extras = ["a", "b"]

[stack]
name = "micro"
`;

describe('editManifest', () => {
  it('changes a value and keeps comments and order', () => {
    expect(editManifest(text, [{ path: ['backends', 'django_micro', 'database'], value: 'postgres' }])).toBe(
      text.replace('"sqlite"', '"postgres"'),
    );
  });

  it('adds a key to its table', () => {
    expect(editManifest(text, [{ path: ['backends', 'django_micro', 'port'], value: 8001 }])).toBe(
      text.replace('extras = ["a", "b"]\n', 'extras = ["a", "b"]\nport = 8001\n'),
    );
  });

  it('adds new tables at the end', () => {
    expect(
      editManifest(text, [
        { path: ['backends', 'openapi', 'split'], value: true },
        { path: ['conflicts', '**/urls.py'], value: 'take' },
        { path: ['backends', 'openapi', 'tags'], value: ['a', 'b'] },
      ]),
    ).toBe(
      `${text}\n[backends.openapi]\nsplit = true\ntags = ["a", "b"]\n\n[conflicts]\n"**/urls.py" = "take"\n`,
    );
  });

  it('takes a key away', () => {
    expect(editManifest(text, [{ path: ['backends', 'django_micro', 'extras'], value: null }])).toBe(
      text.replace('extras = ["a", "b"]\n', ''),
    );
  });

  it('adds to an inline table where that is what the person wrote', () => {
    const inline =
      '[project]\nname = "shop"\n[stack]\nname = "micro"\n[backends]\ndjango_micro = { database = "sqlite" }\n';
    expect(editManifest(inline, [{ path: ['backends', 'django_micro', 'port'], value: 8001 }])).toBe(
      inline.replace('"sqlite" }', '"sqlite", port = 8001 }'),
    );
  });

  it('writes a whole file from nothing', () => {
    expect(
      editManifest('', [
        { path: ['project', 'name'], value: 'shop' },
        { path: ['stack', 'backends'], value: ['a', 'b'] },
      ]),
    ).toBe('[project]\nname = "shop"\n\n[stack]\nbackends = ["a", "b"]\n');
  });

  it('keeps Windows line ends', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(editManifest(windows, [{ path: ['backends', 'openapi', 'split'], value: true }])).toBe(
      `${windows}\r\n[backends.openapi]\r\nsplit = true\r\n`,
    );
  });

  it('gives the text back where nothing changes', () => {
    expect(editManifest(text, [{ path: ['stack', 'name'], value: 'micro' }])).toBe(text);
  });
});
