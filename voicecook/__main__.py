"""The command `voicecook`, and `python -m voicecook`."""

import sys


def main() -> int:
    """Run one command; Ctrl-C ends it quietly, even while it is still being loaded."""
    try:
        from voicecook.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
