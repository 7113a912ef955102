/** Where a person is in an experience: the step, and the key of one record for each entity; kept in the session. */
export class Run {
  #session;
  #name;

  constructor(session, name) {
    this.#session = session;
    this.#name = name;
    session.runs ??= {};
  }

  get isStarted() {
    return Object.hasOwn(this.#session.runs, this.#name);
  }

  start(records = {}) {
    this.#session.runs[this.#name] = { step: null, records };
  }

  finish() {
    delete this.#session.runs[this.#name];
  }

  move(step) {
    this.#session.runs[this.#name].step = step;
  }

  remember(entity, key) {
    this.#session.runs[this.#name].records[entity] = String(key);
  }

  keyOf(entity) {
    return this.#session.runs[this.#name].records[entity] ?? null;
  }
}
