import { describeDjango } from '../support/django-samples.ts';
import { slowSamples } from '../support/samples.ts';

describeDjango(slowSamples);
