"""The store of these tests, on both databases."""

from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]
