"""What alembic runs: the missing migrations, inside the transaction that `bot.store.migrate` has begun."""

from alembic import context

from bot.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
