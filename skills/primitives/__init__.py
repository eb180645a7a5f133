"""Motion by a handful of primitives and no planning: what Language to Rewards was held against, Code as Policies' line there."""

from heedful.skills.primitives.calls import Act as Act, Call as Call, CallError as CallError, read as read, written as written
