// The worker of the page in a single file: the page brings the modules.

import { serve } from '../../dist/serve.js';

serve(self as unknown as Parameters<typeof serve>[0], {});
