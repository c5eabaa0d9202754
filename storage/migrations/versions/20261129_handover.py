"""An invitation may be one by which a member hands their place over to a successor."""

import sqlalchemy as sa
from alembic import op

revision = "20261129_handover"
down_revision = "20261128_strangers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("invitation", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("predecessor_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_invitation_predecessor_id_person"), "person", ["predecessor_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("invitation", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_constraint(op.f("fk_invitation_predecessor_id_person"), type_="foreignkey")
        table.drop_column("predecessor_id")
