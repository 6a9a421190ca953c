"""The two ways a command can fail that are nobody's bug."""


class VoicecookError(Exception):
    """Base: the message says what, where and how to mend it; `exit_code` is the process's."""

    exit_code = 1


class UsageError(VoicecookError):
    """The input or the usage is wrong (exit 2)."""

    exit_code = 2


class MissingError(VoicecookError):
    """Something is missing on the machine; the message names the command that mends it (exit 3)."""

    exit_code = 3
