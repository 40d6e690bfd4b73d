"""The command line, `docintake`: one file a command or group of commands, wired in main.py."""
