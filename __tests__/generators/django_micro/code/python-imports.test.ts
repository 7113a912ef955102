import { describe, expect, it } from '@jest/globals';
import { importLines } from '../../../../generators/django_micro/code/python-imports.ts';

describe('importLines', () => {
  it('sorts as isort does', () => {
    expect(
      importLines([
        { module: 'django.db', name: 'models' },
        { module: '.records', name: 'make' },
        { module: 'json' },
        { module: 'app', name: 'models' },
        { module: 'decimal', name: 'Decimal' },
        { module: 'django.db', name: 'IntegrityError' },
      ]),
    ).toBe(
      'import json\nfrom decimal import Decimal\n\nfrom django.db import IntegrityError, models\n\nfrom app import models\n\nfrom .records import make',
    );
  });
});
