import { connect } from './dialect.js';
import * as schema from './schema.js';

/** Opens the database; besides what drizzle can do with it, `ping` asks whether it is there and `close` ends the connection. */
export function openDatabase(url) {
  return connect(url, schema);
}
