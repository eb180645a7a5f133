"""The web page: the robot in 3-D, a chat with it, its plan and its cameras, and STOP, always in view."""

from heedful.app.fronts.page.page import Page, open_page

__all__ = ["Page", "open_page"]
