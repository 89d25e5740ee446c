"""How this page looks, beyond what the shell says: rows, and what stands beside them."""

from __future__ import annotations

import streamlit as st

STYLE = """
<style>
.st-key-beside [data-testid="stExpander"] details { border: 0; background: none; }
.st-key-beside [data-testid="stExpander"] summary { padding: 8px 0; min-height: 40px; }
.st-key-beside [data-testid="stExpander"] summary p { font-size: 16px; }
.st-key-beside [data-testid="stCaptionContainer"],
.st-key-beside [data-testid="stCaptionContainer"] * { opacity: 1; color: var(--soft); }
.st-key-rule_erbij summary p, .st-key-condition_erbij summary p { color: var(--act); }
.st-key-beside .stHeading h2 { font-size: 18px; line-height: 1.35; padding: 16px 0 4px; }
[class*="st-key-row_"] { border-bottom: 1px solid var(--line); padding: 2px 0; }
[class*="st-key-row_"] [data-testid="stCaptionContainer"] { padding: 0 0 8px 24px; }
.st-key-beside { margin-top: 16px; }
[class*="st-key-line_"] [data-testid="stButtonGroup"] { padding-top: 4px; }
[class*="st-key-line_"] > [data-testid="stExpander"] { flex: 1 1 16rem; min-width: 0; }
.st-key-consequences {
  background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 8px 24px 16px;
}
.st-key-counts p { font-size: 18px; line-height: 1.4; }
@media (min-width: 761px) {
  .st-key-beside [data-testid="stColumn"]:has(.st-key-consequences) > div {
    position: sticky; top: 16px;
  }
}
@media (max-width: 760px) {
  .st-key-beside [data-testid="stHorizontalBlock"]:has(.st-key-consequences) {
    flex-direction: column-reverse; gap: 16px;
  }
  .st-key-beside [data-testid="stColumn"] { width: 100% !important; min-width: 0 !important; }
  .st-key-beside [data-testid="stExpander"] summary { min-height: 44px; }
  [class*="st-key-line_"] {
    flex-direction: column; align-items: stretch; gap: 0; padding-bottom: 8px;
  }
}
</style>
"""


def look() -> None:
    """Once; the texts are our own, so nothing here needs escaping."""
    st.html(STYLE)
