"""The pages that the program prints itself."""

from __future__ import annotations

from tests.docs.examples import run

GENERATED = {
    "docs/reference/commands.md": ["manual", "--language", "en"],
    "docs/reference/counting-rules.md": ["count", "--rules", "--markdown", "--language", "en"],
    "docs/reference/programmes.md": ["programmes", "--markdown", "--language", "en"],
    "docs/reference/rules.md": ["rules", "--markdown", "--language", "en"],
}
"""Path from the root → the command that prints the page."""


def printed(path: str) -> str:
    """The page as the program prints it now."""
    return run(GENERATED[path]).out
