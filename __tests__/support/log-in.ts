/** Somebody who is logged in: gets pages, and sends the form of one. */
export interface LoggedIn {
  get(path: string): Promise<Response>;
  post(path: string, values: Readonly<Record<string, string>>): Promise<Response>;
}

/** Logs in at an application of either backend, as its admin. */
export async function logIn(origin: string, password: string): Promise<LoggedIn> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin, referer: `${origin}${path}` };
    const response = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    return response;
  };
  const person: LoggedIn = {
    get: (path) => send(path),
    async post(path, values) {
      const page = await (await send(path)).text();
      const [, name, token] = /name="(_csrf|csrfmiddlewaretoken)" value="([^"]+)"/.exec(page)!;
      return send(path, { method: 'POST', body: new URLSearchParams({ ...values, [name!]: token! }) });
    },
  };
  const entered = await person.post('/login/', { username: 'admin', password });
  if (entered.status !== 302) throw new Error(`nobody could log in: ${entered.status}`);
  return person;
}
