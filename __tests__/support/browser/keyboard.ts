import type { Page } from 'playwright-core';

/** What the keyboard is at: its name for a person, and whether that can be seen. */
interface Focus {
  readonly name: string;
  readonly isSeen: boolean;
}

const focus = `(() => {
  const element = document.activeElement;
  const { boxShadow, outlineStyle } = getComputedStyle(element);
  const { width, height, bottom } = element.getBoundingClientRect();
  const name = element.labels?.[0]?.textContent ?? element.textContent;
  return {
    name: name.trim(),
    isSeen: (boxShadow !== 'none' || outlineStyle !== 'none') && width > 0 && height > 0 && bottom > 0,
  };
})()`;

/** Presses Tab until the control of this name has the focus; throws where there is none, or where the focus cannot be seen on the way. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<Focus>(focus);
    if (found.name === name) {
      if (!found.isSeen) throw new Error(`the focus on "${name}" cannot be seen`);
      return;
    }
    passed.push(found.name.slice(0, 30));
  }
  throw new Error(`Tab never comes to "${name}", but to ${passed.join(', ')}`);
}
