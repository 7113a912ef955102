import { z } from 'zod';
import { freeText } from './fields.js';

/** The form “House rules”. */
export const houseRulesSchema = z.object({ signature: freeText() });
