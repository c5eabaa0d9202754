"""Who is it, and who became what: invitations that can be revoked, changes of roles, applications.

``person`` says Telegram's @name, unit and e-mail; ``invitation`` gets a seal, so that a button can
name it, and how it ended; three tables are new.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261128_members"
down_revision = "20261128_indexes"
branch_labels = None
depends_on = None

RANDOM = {
    "sqlite": "lower(hex(randomblob(4)))",
    "postgresql": "substr(md5(random()::text || id::text), 1, 8)",
}
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("person", sa.Column("username", sa.String(length=32), nullable=True))
    op.add_column("person", sa.Column("unit", sa.String(length=120), nullable=True))
    op.add_column("person", sa.Column("email", sa.String(length=254), nullable=True))
    op.add_column("person", sa.Column("email_confirmed_at", INSTANT, nullable=True))
    _seal_invitations()
    _make_changes()
    _make_applications()


def _seal_invitations() -> None:
    """Give invitations a seal and an end; SQLite makes the table anew for that."""
    dialect = op.get_bind().dialect.name
    op.add_column("invitation", sa.Column("seal", sa.String(length=8), nullable=True))
    op.execute(f"UPDATE invitation SET seal = {RANDOM[dialect]}")
    with op.batch_alter_table(
        "invitation",
        recreate="always" if dialect == "sqlite" else "auto",
        table_kwargs={"sqlite_autoincrement": True},
    ) as batch_op:
        batch_op.alter_column("seal", existing_type=sa.String(length=8), nullable=False)
        batch_op.add_column(sa.Column("ended_at", INSTANT, nullable=True))
        batch_op.add_column(sa.Column("ended_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("ended_why", sa.String(length=40), nullable=True))
        batch_op.create_foreign_key(op.f("fk_invitation_ended_by"), "person", ["ended_by"], ["id"])


def _make_changes() -> None:
    op.create_table(
        "role_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("role_before", sa.String(length=40), nullable=False),
        sa.Column("role_after", sa.String(length=40), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("undone_at", INSTANT, nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_role_change_person_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_role_change_by")),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["person.id"], name=op.f("fk_role_change_undone_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_role_change_person_id"), "role_change", ["person_id"])
    op.create_index(op.f("ix_role_change_at"), "role_change", ["at"])


def _make_applications() -> None:
    op.create_table(
        "application_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_application_question_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_application_question_asked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_question")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_application_question_person_id"), "application_question", ["person_id"]
    )
    op.create_table(
        "email_code",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_email_code_person_id")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_email_code_made_by")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_email_code")),
    )


def downgrade() -> None:
    op.drop_table("email_code")
    op.drop_table("application_question")
    op.drop_table("role_change")
    with op.batch_alter_table(
        "invitation", table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.drop_constraint(op.f("fk_invitation_ended_by"), type_="foreignkey")
        for column in ("ended_why", "ended_by", "ended_at", "seal"):
            batch_op.drop_column(column)
    with op.batch_alter_table("person", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        for column in ("email_confirmed_at", "email", "unit", "username"):
            batch_op.drop_column(column)
