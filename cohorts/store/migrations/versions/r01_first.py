"""The first release that keeps rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from cohorts.store.migrations.append_only import keep_append_only

revision = "r01"
down_revision = None


def upgrade() -> None:
    """All tables."""
    op.create_table(
        "account",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("administrator", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.String(length=24), nullable=False),
        sa.Column("revoked_at", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_account")),
    )
    op.create_table(
        "attempt",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attempt")),
    )
    op.create_table(
        "event",
        sa.Column("chain", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("object", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.Column("rows", sa.String(length=64), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("chain", "number", name=op.f("pk_event")),
    )
    op.create_table(
        "programme",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_programme")),
    )
    op.create_table(
        "round",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("preset", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=24), nullable=False),
        sa.Column("archived_at", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_round")),
    )
    op.create_table(
        "salt",
        sa.Column("row", sa.String(length=64), nullable=False),
        sa.Column("chain", sa.String(length=16), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_salt")),
    )
    op.create_table(
        "seal",
        sa.Column("chain", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("row", sa.String(length=64), nullable=False),
        sa.Column("table", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("chain", "number", "row", name=op.f("pk_seal")),
    )
    op.create_table(
        "applicant",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("id", sa.Text(), nullable=True),
        sa.Column("erased_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_applicant_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_applicant")),
        sa.UniqueConstraint("round", "id", name=op.f("uq_applicant_round")),
    )
    op.create_table(
        "job",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("stop", sa.Boolean(), nullable=False),
        sa.Column("process", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.String(length=24), nullable=True),
        sa.Column("ended_at", sa.String(length=24), nullable=True),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_job_by")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_job_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_job")),
    )
    op.create_table(
        "link",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.String(length=24), nullable=False),
        sa.Column("ends_at", sa.String(length=24), nullable=False),
        sa.Column("used_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_link_account")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_link")),
    )
    op.create_table(
        "login",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.String(length=24), nullable=False),
        sa.Column("ends_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_login_account")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_login")),
    )
    op.create_table(
        "proposal",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=16), nullable=False),
        sa.Column("before", sa.String(length=16), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_proposal_by")),
        sa.ForeignKeyConstraint(
            ["programme"], ["programme.digest"], name=op.f("fk_proposal_programme")
        ),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_proposal_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_proposal")),
        sa.UniqueConstraint("round", "number", name=op.f("uq_proposal_round")),
    )
    op.create_table(
        "revision",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("object", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_revision_round")),
        sa.PrimaryKeyConstraint("round", "object", name=op.f("pk_revision")),
    )
    op.create_table(
        "role",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_role_account")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_role_round")),
        sa.PrimaryKeyConstraint("round", "account", "role", name=op.f("pk_role")),
    )
    op.create_table(
        "setting",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_setting_round")),
        sa.PrimaryKeyConstraint("round", "name", name=op.f("pk_setting")),
    )
    op.create_table(
        "upload",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("field_map", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("answered", sa.Text(), nullable=True),
        sa.Column("confirmed_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_upload_by")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_upload_round")),
        sa.PrimaryKeyConstraint("round", "number", name=op.f("pk_upload")),
    )
    op.create_table(
        "version",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.Column("upload", sa.Integer(), nullable=True),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_version_by")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_version_round")),
        sa.PrimaryKeyConstraint("round", "number", name=op.f("pk_version")),
    )
    op.create_table(
        "visit",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name=op.f("fk_visit_account")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_visit_round")),
        sa.PrimaryKeyConstraint("round", "account", name=op.f("pk_visit")),
    )
    op.create_table(
        "answers",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_answers_person")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_answers_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_answers")),
    )
    op.create_table(
        "decision",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.String(length=16), nullable=False),
        sa.Column("signed", sa.Text(), nullable=False),
        sa.Column("note", sa.String(length=16), nullable=True),
        sa.Column("deviation", sa.Text(), nullable=False),
        sa.Column("reopened_at", sa.String(length=24), nullable=True),
        sa.Column("reopened_by", sa.String(length=16), nullable=True),
        sa.Column("reopened_note", sa.String(length=16), nullable=True),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_decision_by")),
        sa.ForeignKeyConstraint(["proposal"], ["proposal.key"], name=op.f("fk_decision_proposal")),
        sa.ForeignKeyConstraint(
            ["reopened_by"], ["account.key"], name=op.f("fk_decision_reopened_by")
        ),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_decision_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_decision")),
        sa.UniqueConstraint("round", "number", name=op.f("uq_decision_round")),
    )
    op.create_table(
        "identity",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("a", sa.String(length=16), nullable=False),
        sa.Column("b", sa.String(length=16), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["applicant.key"], name=op.f("fk_identity_a")),
        sa.ForeignKeyConstraint(["b"], ["applicant.key"], name=op.f("fk_identity_b")),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_identity_by")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_identity_round")),
        sa.PrimaryKeyConstraint("round", "a", "b", name=op.f("pk_identity")),
    )
    op.create_table(
        "mended",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=False),
        sa.Column("column", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_mended_by")),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_mended_person")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_mended_round")),
        sa.PrimaryKeyConstraint("round", "person", "column", name=op.f("pk_mended")),
    )
    op.create_table(
        "note",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_note_person")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_note_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_note")),
    )
    op.create_table(
        "relation",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("a", sa.String(length=16), nullable=False),
        sa.Column("b", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("note", sa.String(length=16), nullable=True),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["applicant.key"], name=op.f("fk_relation_a")),
        sa.ForeignKeyConstraint(["b"], ["applicant.key"], name=op.f("fk_relation_b")),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_relation_by")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_relation_round")),
        sa.PrimaryKeyConstraint("round", "number", name=op.f("pk_relation")),
    )
    op.create_table(
        "remark",
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_remark_person")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_remark_round")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_remark")),
    )
    op.create_table(
        "said",
        sa.Column("chain", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_said_person")),
        sa.PrimaryKeyConstraint("chain", "number", "part", name=op.f("pk_said")),
    )
    op.create_table(
        "step",
        sa.Column("proposal", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("note", sa.String(length=16), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_step_by")),
        sa.ForeignKeyConstraint(["proposal"], ["proposal.key"], name=op.f("fk_step_proposal")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_step_round")),
        sa.PrimaryKeyConstraint("proposal", "number", name=op.f("pk_step")),
    )
    op.create_table(
        "told",
        sa.Column("round", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=16), nullable=False),
        sa.Column("proposal", sa.String(length=16), nullable=False),
        sa.Column("group", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.key"], name=op.f("fk_told_by")),
        sa.ForeignKeyConstraint(["person"], ["applicant.key"], name=op.f("fk_told_person")),
        sa.ForeignKeyConstraint(["proposal"], ["proposal.key"], name=op.f("fk_told_proposal")),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name=op.f("fk_told_round")),
        sa.PrimaryKeyConstraint("round", "number", name=op.f("pk_told")),
    )
    keep_append_only(op.get_bind())
