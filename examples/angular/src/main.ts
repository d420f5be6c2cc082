import { bootstrapApplication } from '@angular/platform-browser';

import { BillingPage } from './billing-page';

void bootstrapApplication(BillingPage);
