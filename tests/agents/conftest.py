"""Lets the agents' tests share their small scenes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
