"""What integration tests have at hand."""

from support.bystick import camp, other, stick

__all__ = ["camp", "other", "stick"]
