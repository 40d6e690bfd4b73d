"""What every service needs: settings, errors, clock, events, Kafka, database, blobs, sealing, telemetry."""
