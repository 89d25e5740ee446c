"""What organisers have → applicants, and every problem found on the way."""

from cohorts.intake.applicants import Applicants, read_applicants
from cohorts.intake.clean import write_clean
from cohorts.intake.fields.field_map import FieldMap

__all__ = ["Applicants", "FieldMap", "read_applicants", "write_clean"]
