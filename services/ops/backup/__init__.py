"""A consistent copy of databases, originals and topics, and the way back; keys lie apart (`common.keys.copies`)."""
