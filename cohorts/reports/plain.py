"""Text that came from others, fit to stand in a line of ours."""

from __future__ import annotations

TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
"""Signs that turn the reading direction of whatever follows them."""
CONTROL = dict.fromkeys([*range(9), *range(11, 32), *range(0x7F, 0xA0)], " ")


def plain(text: str) -> str:
    """The text without signs that command a screen."""
    return text.translate(TURNING).translate(CONTROL)
