import { expect, it } from '@jest/globals';
import { readCron } from '../../../lib/spec/link/cron.ts';

it.each([
  ['0 2 * * *', '0 2 * * *'],
  ['  0   2 *  * * ', '0 2 * * *'],
  ['*/15 8-18 1,15 jan-mar mon-fri', '*/15 8-18 1,15 jan-mar mon-fri'],
  ['59 23 31 12 7', '59 23 31 12 7'],
  ['0 0 * DEC SUN', '0 0 * DEC SUN'],
  ['@Daily', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
  ['@yearly', '0 0 1 1 *'],
])('%j is the schedule %j', (text, schedule) => {
  expect(readCron(text)).toEqual({ schedule });
});

it.each([
  ['', 'has 0 parts instead of 5'],
  ['daily', 'has 1 part instead of 5'],
  ['60 * * * *', 'has "60" as its minute, which goes from 0 to 59'],
  ['* 24 * * *', 'has "24" as its hour, which goes from 0 to 23'],
  ['* * 0 * *', 'has "0" as its day of the month, which goes from 1 to 31'],
  ['* * * mon *', 'has "mon" as its month, which goes from 1 to 12'],
  ['* * * * 8', 'has "8" as its day of the week, which goes from 0 to 7'],
  ['0 9-5 * * *', 'has "9-5" as its hour, which goes from 0 to 23'],
  ['*/0 * * * *', 'has "*/0" as its minute, which goes from 0 to 59'],
  ['1, * * * *', 'has "1," as its minute, which goes from 0 to 59'],
])('%j %s', (text, problem) => {
  expect(readCron(text)).toEqual({ problem });
});
