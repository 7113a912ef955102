import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { adaptLegacyBackend } from '../../lib/backend/adapt-legacy-backend.ts';
import { createRegistry } from '../../lib/backend/registry.ts';
import { runPhases, shortly } from '../support/make-backend.ts';

describe('a backend of the old kind', () => {
  it('takes part with the files that its function writes', async () => {
    let used = '';
    const backend = adaptLegacyBackend({
      name: 'legacy',
      questions: [{ name: 'port', message: 'Port?', type: 'text', default: '80' }],
      async generate(spec, outputDir, options) {
        used = outputDir;
        mkdirSync(join(outputDir, 'bin'));
        writeFileSync(join(outputDir, 'README.md'), `# ${spec.title} on ${String(options['port'])}\n`);
        writeFileSync(join(outputDir, 'bin', 'run'), '#!/bin/sh\n');
        chmodSync(join(outputDir, 'bin', 'run'), 0o700);
        writeFileSync(join(outputDir, 'logo.png'), Uint8Array.from([0, 255]));
      },
    });
    const phases = await runPhases(createRegistry([backend]).select(['legacy']));
    expect(
      phases.store
        .nextFiles()
        .map(({ path, mode, contents }) => [path, mode, Buffer.from(contents).toString('latin1')]),
    ).toEqual([
      ['apps/legacy/README.md', 0o644, '# Shop on 80\n'],
      ['apps/legacy/bin/run', 0o755, '#!/bin/sh\n'],
      ['apps/legacy/logo.png', 0o644, '\u0000\u00ff'],
    ]);
    expect(existsSync(used)).toBe(false);
  });

  it('that throws is reported and leaves nothing behind', async () => {
    let used = '';
    const backend = adaptLegacyBackend({
      name: 'legacy',
      generate(_, outputDir) {
        used = outputDir;
        throw new Error('no');
      },
    });
    expect(shortly((await runPhases([backend])).diagnostics)).toEqual([
      'DZL334 error generator generate of legacy stopped unexpectedly: no',
    ]);
    expect(existsSync(used)).toBe(false);
  });
});
