"""A file that others made, read in a process of its own, which may not ask for too much."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from cohorts.intake.limits import SECONDS

OLD = b"\xd0\xcf\x11\xe0"
"""How files of Office of before 2007 begin, and new ones with a password."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What stands in one with a password."""
HOUSE = Path(__file__).resolve().parents[3]
START = """
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
for room in ("cohorts", "cohorts.intake"):
    # the rooms without their front doors, which would bring the whole house along
    door = "/".join([sys.argv[1], *room.split("."), "__init__.py"])
    sys.modules[room] = module_from_spec(spec_from_file_location(room, door))
import_module(sys.argv[2]).main()
"""


class GaveUp(Exception):  # noqa: N818 - a verdict on a file, told to whoever asked
    """The process died, took too long, or said nothing that can be read."""


def answer_of(reader: str, data: bytes) -> dict[str, Any]:
    """What the module ``reader`` says of a file. Raises GaveUp."""
    command = [sys.executable, "-P", "-c", START, str(HOUSE), reader]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with our own words
            command, input=data, capture_output=True, timeout=SECONDS + 2, check=True
        )
        return dict(json.loads(done.stdout))
    except (subprocess.SubprocessError, OSError, ValueError):
        raise GaveUp from None
