import { describeExpress } from '../support/express-samples.ts';
import { slowSamples } from '../support/samples.ts';

describeExpress(slowSamples);
