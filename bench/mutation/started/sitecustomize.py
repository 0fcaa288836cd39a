"""Found first by every Python that a test starts while it is learnt which functions tests run."""

import os

if os.environ.get("PORTAL_REACHED"):
    from bench.mutation import elsewhere

    elsewhere.tell()
