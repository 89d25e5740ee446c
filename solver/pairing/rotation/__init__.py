"""Tables over several sessions: everybody meets as many others as can be, nobody twice."""

from solver.pairing.rotation.rotate import rotate
from solver.pairing.rotation.rotation import Rotation, RotationScore, meetings
from solver.pairing.rotation.rotation_clash import ImpossibleRotationError, RotationClash
from solver.pairing.rotation.sessions import RotationTask, Session

__all__ = [
    "ImpossibleRotationError",
    "Rotation",
    "RotationClash",
    "RotationScore",
    "RotationTask",
    "Session",
    "meetings",
    "rotate",
]
