"""What the session says, and which words mean the same."""
