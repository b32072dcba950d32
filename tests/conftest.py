"""What every test stands on: Qt without a screen, and a place for the support modules."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
