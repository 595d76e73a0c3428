"""A stand-in for Slack at the wire; README.md says what it does."""

from .block_kit import faults_in_message, faults_in_view, notifies
from .client import FakeSlack
from .process import connected, fake_slack_process, fake_slack_server
from .seen import Delivery, SeenMessage, SeenView

__all__ = [
    "Delivery",
    "FakeSlack",
    "SeenMessage",
    "SeenView",
    "connected",
    "fake_slack_process",
    "fake_slack_server",
    "faults_in_message",
    "faults_in_view",
    "notifies",
]
