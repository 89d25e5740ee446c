"""The files beside the applicants: relations, points, an earlier composition, a waiting list."""
