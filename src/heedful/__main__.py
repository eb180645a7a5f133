"""`python -m heedful` is the `heedful` command."""

import sys

from heedful.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
