"""What all tables share."""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData()
NUMBER = BigInteger().with_variant(Integer(), "sqlite")  # only INTEGER counts up by itself on SQLite
