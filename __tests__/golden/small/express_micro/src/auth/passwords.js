import { hash, verify } from '@node-rs/argon2';

/** Hashes a password with Argon2id; `secret` is a pepper that lies outside of the database. */
export function hashPassword(password, secret) {
  return hash(password, { secret: Buffer.from(secret) });
}

/** Tells whether a password belongs to a hash. */
export async function isPassword(password, passwordHash, secret) {
  return verify(passwordHash, password, { secret: Buffer.from(secret) }).catch(() => false);
}
