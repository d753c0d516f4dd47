"""The whole game in real Chromium: desk, screen and phones against a server process, through what people see."""
