"""Values that no form gives: signs that steer, numbers without end, words of other machines."""

from __future__ import annotations

ODD = (
    *("", " ", "\x00", "\x1b[31mrood\x1b[0m", "\x07", "\x7f", "\x85", "\u2028", "\ufeff", "\r"),
    *("\u202etxet", "\u200f", "\u200b", "e\u0301e\u0301n", "\U0001f600" * 40, "\ufffe", "a\tb\nc"),
    *(
        "=cmd|' /C calc'!A0",
        "@SUM(1)",
        "<script>alert(1)</script>",
        "&amp;&lt;",
        "{0.__class__}",
        "%s%n",
    ),
    *("1e999", "-1e999", "1e-400", "9" * 400, "-" + "9" * 30, "0" * 40, "NaN", "inf", "-0", "0x1f"),
    *(
        "1_000",
        "\u0661\u0662\u0663",
        "\u00b2",
        "\u00bd",
        "\uff11\uff12",
        "\u2163",
        "1.2.3,4",
        "--5",
    ),
    *("2026-13-45", "31-02-2026", "0000-00-00", "9999-12-31T23:59:60", "43475", "1e5", "12:61"),
    *(
        "{0.__class__}",
        "--5",
        "ja",
        "nee",
        "true",
        "geen",
        "none",
        "n.v.t.",
        "totaal",
        "id",
        "naam",
        "kvk",
    ),
    *("bsn", "sep=;"),
    *("'", '"', '""', ";", "|", ",", "\\", "../../etc/passwd", "C:\\con", "a|b;c,d", "(" * 300),
    *("x" * 5_000, "woord " * 400, "1,5 " * 200, "111234567B01", "123456782", "12345678"),
)
"""As a cell of a table, a value in JSON or a string in TOML."""
