"""The sound card: one stream that hears and plays, so that both stay in step."""
