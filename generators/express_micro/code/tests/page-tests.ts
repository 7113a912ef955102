import type { PageCases, PageModel } from '../../../../lib/index.ts';
import { deleteTest } from './delete-tests.ts';
import { experienceTest } from './experience-tests.ts';
import { formTest, freeTest, viewTest } from './form-tests.ts';
import { listTest } from './list-tests.ts';
import { groupOf } from './test-case.ts';
import type { TestCase, TestGroup } from './test-case.ts';

/** The tests of a page, or of an experience. */
export function pageTests(pages: PageModel, group: PageCases, skip: string | null = null): TestGroup {
  return groupOf(group.page.title, testsOf(pages, group), skip);
}

function testsOf(pages: PageModel, group: PageCases): readonly TestCase[] {
  switch (group.kind) {
    case 'list': {
      const [last, others] = [true, false].map((isLast) =>
        group.cases.filter(({ kind }) => (kind === 'finds-nothing') === isLast),
      );
      return [...others!, ...last!].map((each) => listTest(pages, group.page, each));
    }
    case 'view':
      return group.cases.map((each) => viewTest(pages, group.page, each));
    case 'form':
      return group.cases.map((each) => formTest(pages, group.page, each));
    case 'delete':
      return group.cases.map((each) => deleteTest(pages, group.page, each));
    case 'free':
      return group.cases.map((each) => freeTest(pages, group.page, each));
    case 'experience':
      return group.cases.flatMap((each) => experienceTest(pages, group.page, each));
  }
}
