"""What every test starts from."""

import uuid

import pytest
from hypothesis import HealthCheck, settings

from heedful.predicates import registry

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")  # how busy the machine is says nothing about a law


@pytest.fixture(autouse=True)
def _predicates_of_its_own():
    """A predicate that one test defines is unknown to the next."""
    before = dict(registry._RELATIONS)
    yield
    registry._RELATIONS.clear()
    registry._RELATIONS.update(before)


@pytest.fixture(autouse=True)
def _nobody_is_remembered(monkeypatch, tmp_path_factory):
    """Runs that a test starts keep what they are told in a folder of its own, never in the user's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / f"data-{uuid.uuid4().hex}"))
