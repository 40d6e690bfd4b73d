"""The portal's HTTP contract, one file a resource; what is decided, is decided in `services.intake`."""
