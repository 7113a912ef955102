import { describeDjango } from '../../support/django-samples.ts';
import { samples } from '../../support/samples.ts';

describeDjango(samples);
