"""From release to release, by Alembic: one file a release in ``versions/``, never changed again."""
