"""Where hearing, the session, speech, diary and screen meet: one loop, one clock."""
