"""What every test starts from."""

import pytest

from heedful.predicates import registry


@pytest.fixture(autouse=True)
def _predicates_of_its_own():
    """A predicate that one test defines is unknown to the next."""
    before = dict(registry._RELATIONS)
    yield
    registry._RELATIONS.clear()
    registry._RELATIONS.update(before)
