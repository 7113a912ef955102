import { expect, it } from '@jest/globals';
import { checkPath, unsafePathReason } from '../../lib/tree/check-path.ts';

it.each([
  'a.py',
  'app/models.py',
  '.github/workflows/ci.yml',
  'größe/mehr.txt',
  'console.py',
  'a..b',
  'com10.txt',
])('%s is safe', (path) => {
  expect(unsafePathReason(path)).toBeUndefined();
});

it.each([
  ['', 'it is empty'],
  ['a\nb', 'it has a control character'],
  ['a\u202eb', 'it has a control character'],
  ['a\\b', 'it has a backslash; paths are written with "/"'],
  ['/etc/passwd', 'it is absolute'],
  ['C:a.py', 'it is absolute'],
  ['a?.py', 'it has one of < > : " | ? *, which Windows does not allow in a name'],
  ['a//b', 'a folder name in it is empty'],
  ['a/', 'a folder name in it is empty'],
  ['./a', 'it has the segment "."'],
  ['a/../../b', 'it has the segment ".."'],
  ['app/con.py', '"con.py" is the name of a device on Windows'],
  ['LPT1', '"LPT1" is the name of a device on Windows'],
  ['a./b', '"a." ends with a dot or a space'],
  ['a /b', '"a " ends with a dot or a space'],
  ['é'.repeat(128), 'a name in it is longer than 255 bytes'],
])('%j is unsafe: %s', (path, reason) => {
  expect(unsafePathReason(path)).toBe(reason);
});

it('names the writer of an unsafe path', () => {
  expect(() => checkPath('../a', 'generator models')).toThrow(
    'generator models cannot write "../a": it has the segment ".."',
  );
  expect(() => checkPath('a', 'generator models')).not.toThrow();
});
