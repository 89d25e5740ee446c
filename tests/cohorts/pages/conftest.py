"""Without Chromium there is no browser to drive; CI always has one, and fails where it has not."""

from __future__ import annotations

import os
import shutil

NO_BROWSER = shutil.which("chromium") is None and "CI" not in os.environ
collect_ignore = ["test_in_a_browser.py"] if NO_BROWSER else []
