"""Ctrl-C waits until an object is whole."""

import signal
import threading

import pytest

from voicecook.hearing.deferred_interrupt import deferred_interrupt


def test_ctrl_c_comes_when_the_work_is_done() -> None:
    done = []

    def work() -> None:
        with deferred_interrupt():
            signal.raise_signal(signal.SIGINT)
            done.append("model")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["model"]


def test_afterwards_it_comes_at_once_again() -> None:
    with deferred_interrupt():
        pass
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_another_thread_needs_no_such_care() -> None:
    done = []

    def work() -> None:
        with deferred_interrupt():
            done.append("model")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["model"]
