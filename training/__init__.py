"""Trains the network of the Hangul reader (`services/verify/reading/engine/jamo.onnx`) from drawn type."""
