"""docintake's services: intake, verify, score and what they share."""
