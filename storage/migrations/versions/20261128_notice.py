"""Which version of the notice on data protection somebody has read; the versions there have been.

Whoever is registered already has read it while it had none.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261128_notice"
down_revision = "20261128_indexes"
branch_labels = None
depends_on = None

BEFORE_VERSIONS = "before versions"


def upgrade() -> None:
    op.add_column(
        "person",
        sa.Column(
            "acknowledged_version",
            sa.String(length=20),
            nullable=False,
            server_default=BEFORE_VERSIONS,
        ),
    )
    op.create_table(
        "privacy_version",
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("material", sa.Boolean(), nullable=False),
        sa.Column("digests", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_privacy_version")),
    )


def downgrade() -> None:
    op.drop_table("privacy_version")
    with op.batch_alter_table(
        "person", schema=None, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.drop_column("acknowledged_version")
