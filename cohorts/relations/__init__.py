"""Who competes with, supplies, buys from or knows whom."""

from cohorts.relations.relation import Relation, RelationKind

__all__ = ["Relation", "RelationKind"]
