import request from 'supertest';
import { toLocal } from '../../src/dates.js';

/** A browser with cookies of its own. `takeRendered` gives the values of the page that was rendered last. */
export class Visitor {
  #agent;
  #takeRendered;
  #token = null;

  constructor(server, takeRendered) {
    this.#agent = request.agent(server);
    this.#takeRendered = takeRendered;
  }

  async get(address, query = {}) {
    return this.#read(await this.#agent.get(address).query(query));
  }

  /** Sends a form, with the token against forged ones unless `csrf` is another. */
  async post(address, values = {}, { csrf, headers = {} } = {}) {
    const _csrf = csrf ?? (this.#token ??= await this.#findToken());
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...values, _csrf })) {
      for (const text of [asText(value)].flat()) if (text !== null) body.append(name, text);
    }
    return this.#read(
      await this.#agent.post(address).set(headers).type('form').send(body.toString()),
    );
  }

  async logIn(username, password, headers = {}) {
    const page = await this.post('/login/', { username, password }, { headers });
    this.#token = null;
    return page;
  }

  async #findToken() {
    const login = await this.#agent.get('/login/');
    const { text } = login.status === 302 ? await this.#agent.get('/') : login;
    return /name="_csrf" value="([^"]+)"/.exec(text)[1];
  }

  #read({ status, text, headers }) {
    return {
      status,
      text,
      headers,
      location: headers.location ?? null,
      values: this.#takeRendered(),
    };
  }
}

/** A value as a browser sends it; null for what it does not send. */
export function asText(value) {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return 'on';
  if (Array.isArray(value)) return value.map(asText);
  if (value instanceof Date) return toLocal(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
