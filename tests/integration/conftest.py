"""What integration tests have at hand."""

from support.bystick import other, stick

__all__ = ["other", "stick"]
