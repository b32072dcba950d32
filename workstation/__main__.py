"""``python -m workstation`` is ``eyecamp``; with the one word ``decode-pictures`` it is the child that decodes."""

import sys

from workstation.cli import main


def decode() -> int:
    """Serve the decoder of a frozen station, which has no ``python -m`` to start its child by."""
    from workstation.imaging.child import main as serve

    serve()
    return 0


if __name__ == "__main__":
    sys.exit(decode() if sys.argv[1:] == ["decode-pictures"] else main())
