// The module worker that `RmWorker` starts.

import { serve } from './serve.js';
import { urls } from './urls.js';

serve(self as unknown as Parameters<typeof serve>[0], urls);
