"""Writes the generated pages, and every output the pages show, anew: ``make docs``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.docs.examples import has_examples, retold
from tests.docs.generated import GENERATED, printed
from tests.docs.pages import ROOT, all_pages
from tests.docs.sources import PAGE, with_sources


def refresh() -> list[str]:
    """The pages that changed."""
    changed = [path for path in GENERATED if _write(path, printed(path))]
    if _write(PAGE, with_sources((ROOT / PAGE).read_text("utf-8"))):
        changed.append(PAGE)
    for page in all_pages():
        if page.path not in GENERATED and has_examples(page):
            with tempfile.TemporaryDirectory() as folder:
                if _write(page.path, retold(page, Path(folder))):
                    changed.append(page.path)
    return changed


def _write(path: str, text: str) -> bool:
    file = ROOT / path
    if file.exists() and file.read_text("utf-8") == text:
        return False
    file.write_text(text, encoding="utf-8", newline="\n")
    return True


if __name__ == "__main__":
    sys.stdout.write("".join(f"{path}\n" for path in refresh()))
