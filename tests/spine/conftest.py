"""Lets the spine's tests share their imagined table."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
