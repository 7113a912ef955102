import { describe, expect, it } from '@jest/globals';
import { listImports, listUnbound } from '../../../lib/plan/code/list-imports.ts';

describe('listing imports', () => {
  it('lists names, modules and members of modules in Python', () => {
    const files = new Set(['app/models/__init__.py', 'app/models/plant.py', 'app/forms.py']);
    const text = [
      'from django.db import models',
      'from app.models import (',
      '    Plant,  # grows',
      '    plant as one,',
      ')',
      'from .forms import PlantForm as Form',
      'one.Leaf()',
      '',
    ].join('\n');
    expect(listImports('app/views.py', text, files)).toEqual([
      { from: 'app/models/__init__.py', name: 'Plant', alias: 'Plant', line: 3 },
      { from: 'app/models/plant.py', name: null, alias: 'one', line: 4 },
      { from: 'app/models/plant.py', name: 'Leaf', alias: null, line: 7 },
      { from: 'app/forms.py', name: 'PlantForm', alias: 'Form', line: 6 },
    ]);
  });

  it('lists names, namespaces and members of them in JavaScript', () => {
    const files = new Set(['src/db/schema.js', 'src/plants.js']);
    const text = [
      "import { eq } from 'drizzle-orm';",
      "import * as tables from '../db/schema.js';",
      "import list, { leaf as one } from '../plants.js';",
      'tables.plants;',
      '',
    ].join('\n');
    expect(listImports('src/routes/plants.js', text, files)).toEqual([
      { from: 'src/db/schema.js', name: null, alias: 'tables', line: 2 },
      { from: 'src/db/schema.js', name: 'plants', alias: null, line: 4 },
      { from: 'src/plants.js', name: null, alias: 'list', line: 3 },
      { from: 'src/plants.js', name: 'leaf', alias: 'one', line: 3 },
    ]);
  });
});

describe('listing unbound names', () => {
  it('finds calls and members in code, not in comments and prose', () => {
    const text = ['Plant.objects', '# Plant.objects', 'print("a Plant. All")', 'Plant(1)', ''].join('\n');
    expect(listUnbound('app/views.py', text, 'Plant')).toEqual([1, 4]);
  });

  it('finds none where something in the text may bind the name', () => {
    expect(listUnbound('app/views.py', 'Plant = make()\nPlant.objects\n', 'Plant')).toEqual([]);
  });
});
