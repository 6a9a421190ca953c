"""`python -m voicecook` is `voicecook`."""

import sys

from voicecook.cli import main

sys.exit(main())
