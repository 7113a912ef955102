import { pino } from 'pino';

/** Makes the logger: one JSON object a line on standard output, passwords and cookies left out. */
export function createLog({ logLevel }) {
  return pino({
    level: logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
  });
}
