"""The switch of free-text advice for a command that has no store open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.assistant.assistant import AlwaysOn, Switch
from bot.settings import Settings, SettingsError
from bot.store.database import Store
from bot.store.engine import DatabaseError, make_engine, sqlite_file
from bot.workflows.advice_switch import StoredSwitch


@asynccontextmanager
async def stored_switch(settings: Settings) -> AsyncIterator[Switch]:
    """The switch of the settings' database. Without a database file nobody has switched anything: it is on.

    A database that cannot be opened says nothing, so it counts as off. Raises SettingsError for an unusable address.
    """
    try:
        engine = make_engine(settings.database_url)
    except DatabaseError as error:
        raise SettingsError(str(error)) from error
    file = sqlite_file(engine)
    if file is not None and not file.exists():
        yield AlwaysOn()
        return
    try:
        store = await asyncio.to_thread(Store.open, settings.database_url)
    except SQLAlchemyError:
        store = Store(engine)  # asked anyway: it may come back
    try:
        yield StoredSwitch(store)
    finally:
        store.close()
