"""From a page as it was photographed or scanned to black text on even white."""
