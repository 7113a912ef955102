import { describe, expect, it } from '@jest/globals';
import { outputDirProblem } from '../../lib/project/output-dir.ts';

describe('the folder of the output', () => {
  it.each(['apps', './apps/', 'a/b', 'größe und mehr', '.', 'console', 'my.con', 'comma/aux2'])(
    'may be %j',
    (dir) => {
      expect(outputDirProblem(dir)).toBeUndefined();
    },
  );

  it.each([
    ['', 'it is empty'],
    ['a\\b', 'paths are written with "/"'],
    ['/apps', 'it is absolute'],
    ['../apps', 'it lies outside of the project'],
    ['.git/x', 'that folder is not for generated files'],
    ['con', '"con" is the name of a device on Windows'],
    ['apps/Aux.d', '"Aux.d" is the name of a device on Windows'],
    ['apps./x', '"apps." ends with a dot or a space'],
  ])('cannot be %j: %s', (dir, problem) => {
    expect(outputDirProblem(dir)).toBe(problem);
  });
});
