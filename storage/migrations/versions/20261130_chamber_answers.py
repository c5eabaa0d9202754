"""What a chamber has answered by email, as a coordinator has recorded it."""

import sqlalchemy as sa
from alembic import op

revision = "20261130_chamber_answers"
down_revision = "20261129_handover"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chamber_answer",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("chamber_id", sa.String(length=12), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("for_starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_chamber_answer_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["person.id"], name=op.f("fk_chamber_answer_recorded_by")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "chamber_id", name=op.f("pk_chamber_answer")),
    )


def downgrade() -> None:
    op.drop_table("chamber_answer")
