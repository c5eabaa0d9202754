"""Why a meeting was moved or changed, as everybody who was told has read it."""

import sqlalchemy as sa
from alembic import op

revision = "20261201_reason"
down_revision = "20261130_chamber_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notice", sa.Column("reason", sa.String(length=500), nullable=True))


def downgrade() -> None:
    op.drop_column("notice", "reason")
