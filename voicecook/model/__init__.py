"""The speech model's files: fetched, verified, found."""
