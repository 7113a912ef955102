import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';

/** What came back, after redirects were followed. */
export interface Visit {
  readonly status: number;
  /** Path and query of the last address. */
  readonly path: string;
  /** How many redirects led here. */
  readonly redirects: number;
  readonly document: HTMLElement;
  /** The page's visible text, spaces collapsed. */
  readonly text: string;
  readonly body: string;
}

/** A form as it would be sent. */
export interface FilledForm {
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly fields: URLSearchParams;
}

/** A browser with cookies and without scripts. */
export interface Browser {
  get(path: string): Promise<Visit>;
  send(form: FilledForm, from: Visit): Promise<Visit>;
  /** Forgets every cookie. */
  forget(): void;
}

/** Opens a browser on `origin`, e.g. `http://127.0.0.1:8000`. */
export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();

  async function load(path: string, init: RequestInit = {}): Promise<Visit> {
    let next = new URL(path, origin);
    let request: RequestInit = init;
    for (let redirects = 0; ; redirects++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = new Headers(request.headers);
      if (cookie !== '') headers.set('cookie', cookie);
      const response = await fetch(next, { ...request, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null && redirects < 10) {
        await response.arrayBuffer();
        next = new URL(location, next);
        request = {};
        continue;
      }
      const body = await response.text();
      const document = parse(body, { comment: false });
      return {
        status: response.status,
        path: next.pathname + next.search,
        redirects,
        document,
        body,
        text: textOf(document.querySelector('body') ?? document),
      };
    }
  }

  return {
    get: (path) => load(path),
    forget: () => cookies.clear(),
    send(form, from) {
      const action = new URL(form.action === '' ? from.path : form.action, new URL(from.path, origin));
      if (form.method === 'get') return load(`${action.pathname}?${form.fields.toString()}`);
      return load(action.pathname + action.search, {
        method: 'POST',
        body: form.fields,
        headers: { referer: new URL(from.path, origin).href, origin },
      });
    },
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at).trim();
  const expired = attributes.some((attribute) => /^\s*max-age=0\b/i.test(attribute));
  if (expired) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1).trim());
}

/** The text of an element with spaces collapsed; scripts and styles are no text. */
export function textOf(element: HTMLElement): string {
  const copy = parse(element.outerHTML, {
    comment: false,
    blockTextElements: { script: false, style: false },
  });
  for (const hidden of copy.querySelectorAll('script, style, template')) hidden.remove();
  return copy.structuredText.replace(/\s+/g, ' ').trim();
}
