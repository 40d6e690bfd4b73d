"""Layouts of the fourth series: the papers once more, drawn when the readers had been mended on the third."""
