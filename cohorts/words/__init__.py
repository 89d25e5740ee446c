"""Every sentence a person reads, in Dutch and English.

Sentences live in ``words/nl/*.toml`` and ``words/en/*.toml`` (one file per subject, same keys in
both). A rule's own sentences stand in the rule's file.
"""

from cohorts.words.language import Language
from cohorts.words.phrase import phrase
from cohorts.words.speech import explain, remedy_of, say

__all__ = ["Language", "explain", "phrase", "remedy_of", "say"]
