"""A mark on a transaction: it took words out, so what the database's files still hold of them must be rewritten."""

from sqlalchemy import Connection

_MARK = "words taken out"


def mark_words_taken_out(tx: Connection) -> None:
    """Say that this transaction took words out."""
    tx.info[_MARK] = True


def words_were_taken_out(tx: Connection) -> bool:
    """Whether it did; the mark is gone afterwards."""
    return bool(tx.info.pop(_MARK, False))
