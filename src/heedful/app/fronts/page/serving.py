"""`heedful serve web`: a robot in the browser, until it is interrupted."""

from __future__ import annotations

import time
from argparse import Namespace

from heedful.app.compose import compose
from heedful.app.options import Usage, deaf, note


def main(args: Namespace) -> int:
    """0 once it is interrupted, or the screenshots are taken."""
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.finishing import Finishing
    from heedful.app.fronts.page import open_page
    from heedful.app.fronts.page.page import PORT
    from heedful.app.open_session import RUNS, open_session

    settings = compose(["mode=realtime", *args.overrides], args.seed)
    note(f"setting up {settings.chosen['robot']} in {settings.chosen['world']} …")
    finishing = Finishing("none" if args.screenshots else settings.values["film"], note)
    with open_session(settings, args.out or RUNS, interactive=True) as session:
        conversation = Conversation(session, finishing)
        try:
            page = open_page(conversation, args.host or "127.0.0.1", PORT if args.port is None else args.port, args.token)
        except (ImportError, ValueError) as error:
            raise Usage(str(error)) from error
        except OSError as error:
            raise Usage(f"port {args.port or PORT} cannot be had ({error.strerror or error}); --port 0 takes one that is free") from error
        with page:
            if args.screenshots is not None:
                from heedful.app.fronts.page.screenshots import take

                for path in take(page, args.screenshots):
                    print(path)
                return 0
            for line in page.how:
                print(line, flush=True)
            try:
                while True:
                    time.sleep(3600.0)
            except KeyboardInterrupt:
                deaf()  # the robot is being held: a second interrupt must not cut that short
                if session.ears.listening:
                    session.abort()
                note("the robot is held")
    if not finishing.wait(0.5):
        finishing.give_up()
        finishing.wait(5.0)
    return 0
