"""Several answers that really differ: what is the same in all, and what another one costs."""

from cohorts.outlook.alternatives.answer import Answer, Answers, RuleStep
from cohorts.outlook.alternatives.differing import DIFFER, MOST, WITHIN, alternatives

__all__ = ["DIFFER", "MOST", "WITHIN", "Answer", "Answers", "RuleStep", "alternatives"]
