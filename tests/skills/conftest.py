"""Worlds and tasks of these tests stand in files of their own beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
