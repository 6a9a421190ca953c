"""What a session is, what can happen to it, and what it wants done."""
