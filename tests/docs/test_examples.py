"""Every example of the pages does what the page says, and prints what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.examples import ExampleError, has_examples, retold, shown
from tests.docs.pages import Page, all_pages

RUN = [page for page in all_pages() if has_examples(page)]


@pytest.mark.parametrize("page", RUN, ids=str)
def test_a_page_shows_what_comes_out(page: Page, tmp_path: Path) -> None:
    assert retold(page, tmp_path) == page.text, "the page is older than the program: make docs"


def test_the_readme_and_the_guides_hold_examples() -> None:
    paths = {page.path for page in RUN}
    assert {"README.md", "docs/tutorial/first-composition.md"} <= paths
    assert sum(path.startswith("docs/how-to/") for path in paths) >= 7


def page_of(folder: Path, text: str) -> Page:
    (folder / "page.md").write_text(text, encoding="utf-8")
    return Page(str(folder / "page.md"))


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("```bash\ncohorts rules nothing\n```\n", "exit 2"),
        ("```bash exit=3\ncohorts rules nothing\n```\n", "exit 2"),
        ("```bash\ncohorts rules nothing\ncohorts rules\n```\n", "exit 2"),
        ("```bash\nrm everything\n```\n", "nobody knows"),
    ],
)
def test_a_wrong_example_is_found(block: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(ExampleError, match=fault):
        retold(page_of(tmp_path, block), tmp_path / "work")


def test_an_old_output_is_told_anew(tmp_path: Path) -> None:
    page = page_of(tmp_path, "```python\nprint(1 + 1)\n```\n\n```text out\n3\n```\n\nSo it is.\n")
    assert retold(page, tmp_path / "work") == page.text.replace("\n3\n", "\n2\n")


def test_a_long_output_is_shown_in_part() -> None:
    printed = "one\ntwo\nthree\nfour\n"
    assert shown(printed, {"head": "1", "tail": "1"}) == "one\n…\nfour\n"
    assert shown(printed, {"head": "2", "tail": "2"}) == printed
    assert shown("a long line\n", {"width": "8"}) == "a long …\n"
