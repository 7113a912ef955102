import { describeExpress } from '../../support/express-samples.ts';
import { samples } from '../../support/samples.ts';

describeExpress(samples);
