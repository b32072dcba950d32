"""Another service that joins associations: it answers every request on its contexts, from a thread of its own."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from support.association import WORKLIST, a_command, some_data

from workstation.listener.commands import Command
from workstation.listener.pdus import AssociateRequest, ContextAnswer
from workstation.listener.seams import Opening


@dataclass
class PretendOthers:
    """Serves the worklist's contexts only."""

    asked_by: list[str] = field(default_factory=list)
    sides: list["PretendSide"] = field(default_factory=list)

    def gives_pictures(self, _request: AssociateRequest) -> bool:
        return False

    def open(self, opening: Opening) -> "PretendSide | None":
        self.asked_by.append(opening.request.calling_ae)
        wanted = [context for context in opening.contexts if context.abstract_syntax == WORKLIST]
        if not wanted:
            return None
        answers = tuple(ContextAnswer(c.context_id, c.abstract_syntax, c.transfer_syntaxes[0]) for c in wanted)
        self.sides.append(PretendSide(answers, opening.send))
        return self.sides[-1]


@dataclass
class PretendSide:
    answers: tuple[ContextAnswer, ...]
    send: Callable[[Iterable[bytes]], None]
    taken: list[bytes] = field(default_factory=list)
    is_closed: bool = False
    is_busy: bool = False
    is_between_messages: bool = True

    def take(self, body: memoryview) -> None:
        self.taken.append(bytes(body))
        answer = some_data((self.answers[0].context_id, 3, a_command(0x8020, data_set=False)))
        threading.Thread(target=self.send, args=([answer],)).start()

    def answered(self, _command: Command) -> bool:
        return False

    def close(self) -> None:
        self.is_closed = True
