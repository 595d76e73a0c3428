"""A stand-in for Teams at the wire; README.md says what it does."""

from .cards import faults_in_card
from .client import FakeTeams
from .process import connected, fake_teams_process, fake_teams_server
from .seen import Delivery, Seen, SeenDialog

__all__ = [
    "Delivery",
    "FakeTeams",
    "Seen",
    "SeenDialog",
    "connected",
    "fake_teams_process",
    "fake_teams_server",
    "faults_in_card",
]
