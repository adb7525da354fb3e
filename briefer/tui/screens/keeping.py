"""What every screen with a brief does to keep work safe: saving, other people's changes, the journal, leaving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefer import files
from briefer.brief import making, review
from briefer.errors import BrieferError
from briefer.tui.screens.ask import Answer, Ask, AskText
from briefer.tui.screens.place import Place
from briefer.tui.showing import first_difference
from briefer.tui.sitting import Sitting
from briefer.tui.steps import AGAIN, Stepped

if TYPE_CHECKING:
    from briefer.tui.loading import Library

#: Seconds after the last change at which work is written down.
PAUSE = 1.0


class Keeping(Place):
    """A screen with a brief that is changed, saved and left."""

    library: Library

    def __init__(self, work: Sitting) -> None:
        super().__init__()
        self.work = work
        self._pause: Timer | None = None

    def on_mount(self) -> None:
        """Look at the file whenever the person comes back from another window, a shell's perhaps."""
        self.watch(self.app, "app_focus", self._came_back, init=False)

    def _came_back(self, focus: bool) -> None:
        if focus and (taken := self.work.follow()):
            self.show_work()
            self.notice.news(f"Taken over: {taken}.")

    @property
    def against(self) -> review.Against:
        """What the brief is held against: base, settings, and the marking up to which it was last to go out."""
        work, library = self.work, self.library
        chosen = self.briefer.exported_as.get(work.path or Path())
        ceiling = chosen.ceiling if chosen and chosen.ceiling in work.brief.markings else None
        return review.Against(library.base, library.names, work.workspace.settings.review_after, ceiling)

    def show_work(self, at: str | None = None) -> None:
        """Bring everything that is shown up to date; the screen says how."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take over what stands in an open editor; the screen says how."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self.work.steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self.work.steps.can_redo

    def did(self, done: str, at: str | None = None) -> None:
        """After a change that was made: show it and say so."""
        self.show_work(at)
        if self.work.steps.reopened(done):
            done += AGAIN
        self.notice.news(f"{done[0].upper()}{done[1:]}.")
        self.changed()

    def step(self, said: str, step: Callable[[], Stepped | None]) -> None:
        """Undo or redo, with the words under work taken over first; what cannot be is said.

        Where the knowledge base was changed by it, it is read again.
        """
        self.settle()
        before = self.work.shown
        try:
            made = step()
        except BrieferError as error:
            self.show_work()
            self.notice.news(str(error))
            return
        if made is None:
            self.show_work()
            self.notice.news(f"There is nothing left to be {said}.")
            return
        if made.beside:
            self.briefer.read_again()
        self.did(f"{said}: {made.done}", made.row or first_difference(before, self.work.shown))

    # --- the journal --------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """After every change: write the work down at the next pause."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.keep)

    def keep(self) -> None:
        """Write the work down now; a failure stays on the screen until it succeeds."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        try:
            self.work.keep()
        except BrieferError as error:
            self.notice.fault(f"Unsaved work could not be written down: {error}", "journal")
        else:
            self.notice.mended("journal")

    # --- saving -------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save; an open editor stays open."""
        self.save()

    def save(self, *, over: bool = False, then: Callable[[], object] | None = None) -> None:
        """Save, then go on; where it cannot be saved, say so and do not go on."""
        if self.work.workspace.root is None:
            self.needs_folder(then)
            return
        try:
            self.work.save(over=over)
        except BrieferError as error:
            if error.code in ("changed-on-disk", "exists"):
                self._changed_meanwhile(error, then)
            else:
                self.notice.fault(f"Not saved. {error}", "save")
                self.keep()
            self.show_work()
            return
        self._saved(then)

    def _saved(self, then: Callable[[], object] | None = None) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        for about in ("save", "journal"):
            self.notice.mended(about)
        assert self.work.path is not None
        self.notice.news(f"Saved to {self.work.workspace.shown(self.work.path)}")
        self.show_work()
        if then is not None:
            then()

    def _changed_meanwhile(self, error: BrieferError, then: Callable[[], object] | None) -> None:
        path = self.work.path
        assert path is not None
        there = path.exists()
        self.notice.fault(f"Not saved. {error.what}: {path.name}.", "save")
        self.keep()

        def answered(answer: str | None) -> None:
            if answer == "other":
                self._ask_name(f"{path.stem}-mine", then)
            elif answer == "again":
                self._look_again()
            elif answer == "over":
                self.save(over=True, then=then)

        answers = [Answer("other", "Save under another name", "both versions stay")]
        if there:
            answers.append(Answer("again", "Look at theirs", "yours is kept as unsaved work, and one undo away"))
            answers.append(Answer("over", "Overwrite theirs", "their changes in the file are gone then"))
        else:
            answers.append(Answer("over", "Save it again", "the file is made anew"))
        text = f"{error.what}: {path.name}. Nothing was overwritten."
        self.app.push_screen(Ask("Not saved", text, answers), answered)

    def _look_again(self) -> None:
        before = self.work.shown
        try:
            kept = self.work.look_again()
        except BrieferError as error:
            self.notice.fault(f"Not saved. {error}", "save")
            return
        self.settle()
        self.notice.mended("save")
        self.notice.news(
            f"This is the version in the file. Yours is kept as {kept}: undo, or open it on the first screen."
        )
        self.show_work(first_difference(before, self.work.shown))

    def action_save_as(self) -> None:
        """Save under another name."""
        if self.work.workspace.root is None:
            self.needs_folder(None)
        else:
            self._ask_name(making.free_name(self.work.workspace.briefs, self.work.brief.brief), None)

    def _ask_name(self, name: str, then: Callable[[], object] | None) -> None:
        free = making.free_name(self.work.workspace.briefs, name)
        text = "The name of the brief, and of its file in briefs/."
        self.app.push_screen(
            AskText("Save under another name", text, free, self.work.save_as),
            lambda done: self._saved(then) if done else None,
        )

    def needs_folder(self, then: Callable[[], object] | None) -> None:
        """Ask for a folder to save in, save there, then go on."""

        def chosen(root: Path | None) -> None:
            if root is None:
                return
            from briefer import workspace

            self.work.workspace = workspace.read(str(root))
            self.work.path = self.work.workspace.briefs / f"{self.work.brief.brief}.yaml"
            self.work.steps.restamp(files.NEW)
            self.save(then=then)

        self.briefer.ask_folder(chosen)

    # --- leaving ------------------------------------------------------------------------------------------------

    def leave(self, go: Callable[[], object]) -> None:
        """Ask about unsaved changes where there are any, then go."""
        if not self.work.changed:
            self.work.discard()
            go()
            return

        def answered(answer: str | None) -> None:
            if answer == "save":
                self.save(then=go)
            elif answer == "keep":
                self.keep()
                go()
            elif answer == "discard":
                self.work.discard()
                self._stop_pause()
                go()

        answers = [Answer("save", "Save", "to the brief's file")]
        if self.work.workspace.root is not None:
            answers.append(
                Answer("keep", "Keep for next time", "the file stays as it is; briefer offers your work again")
            )
        answers.append(Answer("discard", "Discard", "what is not saved is gone then"))
        self.app.push_screen(Ask("Leave without saving?", "There are changes that are not saved.", answers), answered)

    def _stop_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
