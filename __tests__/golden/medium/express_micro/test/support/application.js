import assert from 'node:assert/strict';
import { after, beforeEach } from 'node:test';
import { eq } from 'drizzle-orm';
import { createApp } from '../../src/app.js';
import { createUser } from '../../src/auth/users.js';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/db/client.js';
import { migrateDatabase } from '../../src/db/migrate.js';
import { authUsers } from '../../src/db/schema.js';
import { parseForm } from '../../src/forms/parse.js';
import { createLog } from '../../src/log.js';
import { models } from '../../src/models/index.js';
import { isRefusal } from '../../src/records/errors.js';
import { findByKey, findLinks, keyOf } from '../../src/records/find.js';
import { checkRecord } from '../../src/records/save.js';
import { emptyTables, makeDatabase } from './database.js';
import { makeMany, makeRecord, resetSamples, valuesOf } from './records.js';
import { asText, Visitor } from './visitor.js';

/** The application over a database of its own, for the tests of one file; before each test its records are deleted. */
export async function openApplication() {
  const application = new Application();
  after(() => application.close());
  await application.open();
  beforeEach(() => application.reset());
  return application;
}

class Application {
  #database;
  #server;
  #rendered = null;

  async open() {
    this.#database = await makeDatabase();
    this.config = readConfig({
      DATABASE_URL: this.#database.url,
      SESSION_SECRET: 'a session secret for tests, nothing else',
      ADMIN_SECRET: 'an admin secret for tests, nothing else',
      SECURE_COOKIES: 'false',
      LOG_LEVEL: 'silent',
    });
    this.log = createLog(this.config);
    this.db = await openDatabase(this.config.databaseUrl);
    await migrateDatabase(this.db, { ...this.config, log: this.log });
    const app = createApp(this);
    this.#keepRendered(app);
    this.#server = app.listen(0, '127.0.0.1');
    await this.addUser('person');
    this.person = await this.logIn('person');
  }

  async reset() {
    const tables = Object.values(models).flatMap(({ table, fields }) => [
      table,
      ...Object.values(fields).flatMap(({ link }) => link?.table ?? []),
    ]);
    await emptyTables(this.db, tables);
    resetSamples();
  }

  async close() {
    this.#server?.close();
    await this.db?.close();
    await this.#database?.remove();
  }

  /** Keeps the values of each page beside its text, so that tests can look at both. */
  #keepRendered(app) {
    const render = app.render.bind(app);
    app.render = (view, options, done) => {
      this.#rendered = { ...options._locals, ...options };
      return render(view, options, done);
    };
  }

  /** Somebody who is not logged in. */
  visitor() {
    return new Visitor(this.#server, () => {
      const values = this.#rendered;
      this.#rendered = null;
      return values;
    });
  }

  addUser(username, options) {
    const secret = this.config.adminSecret;
    return createUser(this.db, {
      username,
      password: `password of ${username}`,
      secret,
      ...options,
    });
  }

  /** Changes a user past all checks. */
  setUser(id, values) {
    return this.db.update(authUsers).set(values).where(eq(authUsers.id, id));
  }

  async logIn(username) {
    const visitor = this.visitor();
    const page = await visitor.logIn(username, `password of ${username}`);
    assert.equal(page.location, '/', `${username} could not log in`);
    return visitor;
  }

  /** Saves a valid record of an entity. */
  make(name, given) {
    return makeRecord(this.db, name, given);
  }

  makeMany(name, count) {
    return makeMany(this.db, name, count);
  }

  /** Valid values for some fields of an entity, as they are entered. */
  async valuesFor(name, fields) {
    const values = await valuesOf(this.db, name);
    return Object.fromEntries(
      fields.filter((field) => field in values).map((field) => [field, values[field]]),
    );
  }

  /** Changes a record past all checks. */
  async change(name, record, values) {
    const model = models[name];
    await this.db
      .update(model.table)
      .set(values)
      .where(eq(keyOf(model), record[model.key]));
  }

  /** The record as it is now, or null. */
  find(name, record) {
    const model = models[name];
    return findByKey(this.db, model, String(record[model.key]));
  }

  findAll(name) {
    return this.db.select().from(models[name].table);
  }

  async remove(name, record) {
    const model = models[name];
    await this.db.delete(model.table).where(eq(keyOf(model), record[model.key]));
  }

  async getPage(address, query) {
    const page = await this.person.get(address, query);
    assert.equal(page.status, 200, `${address} answered ${page.status}`);
    return page;
  }

  /** The keys of the records that a list shows, in order; `among` leaves out all others. */
  async listKeys(address, query, among) {
    const { values } = await this.getPage(address, query);
    const keys = values.list.records.map(({ key }) => key);
    return among ? keys.filter((key) => among.includes(key)) : keys;
  }

  /** Sends the form of a page; `button` is the name of the action. */
  send(address, values, button) {
    return this.person.post(address, button ? { ...values, _action: button } : values);
  }

  async assertNeedsLogin(address) {
    const page = await this.visitor().get(address);
    assert.equal(page.status, 302);
    assert.equal(page.location, `/login/?next=${encodeURIComponent(address)}`);
  }

  async assertNotFound(address) {
    assert.equal((await this.person.get(address)).status, 404);
  }

  assertShows({ text }, ...expected) {
    for (const each of expected) {
      assert.ok(text.includes(escapeHtml(String(each))), `the page does not show “${each}”`);
    }
  }

  /** The record has the values that were sent. */
  async assertSaved(name, record, sent) {
    const model = models[name];
    for (const [field, value] of Object.entries(sent)) {
      const { kind } = model.fields[field];
      if (kind === 'many') {
        const links = await findLinks(this.db, model.fields[field], [record[model.key]]);
        assert.deepEqual(links.get(record[model.key]), value, field);
      } else {
        const expected = model.schema.shape[field].parse(asText(value));
        const isNumber = kind === 'decimal' || kind === 'float';
        assert.deepEqual(
          isNumber ? Number(record[field]) : record[field],
          isNumber ? Number(expected) : expected,
          field,
        );
      }
    }
  }

  /** The checks of an entity refuse these values: the message beside `field` holds `words`. */
  async assertInvalid(name, given, field, words) {
    const model = models[name];
    const { values, errors } = parseForm(model.schema, await valuesOf(this.db, name, given));
    Object.assign(errors, await checkRecord(this.db, model, values));
    assert.ok(errors[field]?.includes(words), `${field}: ${errors[field] ?? 'nothing is wrong'}`);
  }

  async assertDatabaseRefuses(change) {
    await assert.rejects(change, (error) => isRefusal(error));
  }

  /** The form is shown again with an error beside each of the fields. */
  assertRefused({ status, text, values }, ...fields) {
    assert.equal(status, 422);
    for (const field of fields) assert.ok(values.form.errors[field], `no error beside ${field}`);
    const beside = Object.keys(values.form.errors).filter((name) => name !== '_record');
    assert.equal(text.split('class="field-error"').length - 1, beside.length);
  }
}

function escapeHtml(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
