"""A page as a tree, so that tests can ask what stands where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "br", "link", "input")


@dataclass
class Node:
    """An element with its attributes, children and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", css: str = "") -> Iterator[Node]:
        """Every element below with this tag and this class, in order."""
        for child in self.inside:
            if isinstance(child, Node):
                classes = child.attributes.get("class", "").split()
                if tag in ("", child.tag) and (not css or css in classes):
                    yield child
                yield from child.all(tag, css)

    @property
    def text(self) -> str:
        """All text below, spaces made one."""
        parts = (c if isinstance(c, str) else c.text for c in self.inside)
        return " ".join(" ".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {k: v or "" for k, v in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Node(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(html: str) -> Node:
    """The page; fails where an element is not closed by its own end."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1
    return builder.open[0]
