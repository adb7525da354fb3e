"""What is done to a brief as a whole: its title, its sections, its marking, how far it is, the file that goes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.brief import making, whole
from briefer.brief.model import Brief, Section
from briefer.errors import BrieferError
from briefer.knowledge.write import Written
from briefer.tui.screens.ask import Answer, Ask, AskText
from briefer.tui.screens.reading import Reading
from briefer.tui.showing import STATES

if TYPE_CHECKING:
    from briefer.tui.screens.exporting import Outcome


class Whole(Reading):
    """A brief to read, with what concerns all of it."""

    def change_section(self, section: Section) -> None:
        """Ask for a section's title, limits, and whether it may be disclosed."""
        from briefer.tui.screens.section_form import SectionForm

        def done(brief: Brief | None) -> None:
            if brief is not None and brief != self.work.brief:
                self.work.do(brief, "changed a section", f"section:{section.id}")
                self.did("changed a section", f"section:{section.id}")

        self.app.push_screen(SectionForm(self.work.brief, section), done)

    def action_new_section(self) -> None:
        """Begin a section after this one."""
        after = self.section.id if self.section else None

        def done(title: str | None) -> None:
            if title:
                brief, name = whole.new_section(self.work.brief, title, after=after)
                self.work.do(brief, "began a section", f"section:{name}")
                self.did("began a section", f"section:{name}")

        self.app.push_screen(AskText("New section", "Its title; a writes into it, p pulls entries in.", ""), done)

    def action_title(self) -> None:
        """Change the title of the brief."""
        self._ask("Title of the brief", self.work.brief.title, lambda t: whole.title(self.work.brief, t))

    def _ask(self, what: str, value: str, change: Callable[[str], Brief]) -> None:
        def done(text: str | None) -> None:
            if text and text != value:
                self.work.do(change(text), f"changed the {what.lower()}")
                self.did(f"changed the {what.lower()}")

        self.app.push_screen(AskText(what, "", value), done)

    def action_header(self) -> None:
        """Change meeting, language, delegation and drafter."""
        from briefer.tui.screens.header import Header

        def done(brief: Brief | None) -> None:
            if brief is not None and brief != self.work.brief:
                if brief.language != self.work.brief.language:
                    brief = making.in_its_language(
                        self.work.workspace, brief, self.work.brief, self.library.base, self.library.templates
                    )
                header = next((f"section:{s.id}" for s in brief.sections if s.role == "header"), None)
                self.work.do(brief, "changed the header data", header)
                self.did("changed the header data", header)

        self.app.push_screen(Header(self.work.brief, self.work.workspace), done)

    def action_marking(self) -> None:
        """Choose the marking."""
        brief = self.work.brief
        lowest = whole.lowest_marking(brief)
        known = [m.upper() for m in brief.markings]
        answers = [Answer(m, m, "what its blocks ask for" if m == lowest else "raised by hand")
                   for m in brief.markings[known.index(lowest.upper()) if lowest.upper() in known else 0:]]  # fmt: skip

        def done(marking: str | None) -> None:
            if marking:
                self.work.do(whole.mark(brief, marking), f"marked the brief {marking}")
                self.did(f"marked the brief {marking}")

        text = f"Never below what it cites and says: {lowest}. To lower it, take out the blocks that carry it."
        self.app.push_screen(Ask("Marking of the brief", text, answers), done)

    def action_find(self) -> None:
        """Find words in the whole brief, and replace them."""
        from briefer.tui.screens.replacing import Replacing

        self.settle()
        self.app.push_screen(Replacing(self.work), self._found)

    def _found(self, row: str | None) -> None:
        self.show_work(row)
        if self.work.changed:
            self.changed()
        self.call_after_refresh(self.show_cursor)

    def action_review(self) -> None:
        """List what a careful colleague would remark; Enter goes there."""
        from briefer.tui.screens.reviewing import Reviewing

        self.settle()
        self.app.push_screen(Reviewing(self.work, self.against), self._found)

    def action_recast(self) -> None:
        """Bring the brief under another template; what was written stays."""
        from briefer.brief import recast

        self.settle()
        before, library = self.work.brief, self.library
        files = sorted(library.templates.files.values(), key=lambda f: f.template.title)
        answers = [
            Answer(f.template.template, f.template.title, "this one" if f.template.template == before.template else "")
            for f in files
        ]

        def draft(name: str | None) -> Brief:
            meeting = before.meeting.id if before.meeting else None
            wanted = making.Wanted(before.topics, meeting, name or "", before.delegation, as_of=before.as_of,
                                   language=before.language)  # fmt: skip
            return making.compose(self.work.workspace, wanted, library.base, library.templates)

        def done(name: str | None) -> None:
            if not name:
                return
            try:
                fresh, old = draft(name), draft(before.template) if before.template in library.templates.files else None
            except BrieferError as error:
                self.notice.news(str(error))
                return
            title = library.templates.files[name].template.title
            self.work.do(recast.recast(before, fresh, before=old), f"took the template {title}")
            self.did(f"took the template {title}", None)

        text = "What you wrote and pulled in stays; what the template brings is new. Undo goes back."
        self.app.push_screen(Ask("Another template", text, answers), done)

    def action_versions(self) -> None:
        """List the versions kept, compare them, take a block back."""
        from briefer.tui.screens.versions import Versions

        self.settle()
        if self.work.workspace.root is None or self.work.path is None:
            self.needs_folder(self.action_versions)
            return
        self.app.push_screen(Versions(self.work.workspace, self.work.brief, self.work.path, self.work), self._found)

    def action_state(self) -> None:
        """Say how far the brief is: draft, for clearance, cleared."""
        from briefer.tui.screens.state import ask_state

        def done(brief: Brief) -> None:
            header = next((f"section:{s.id}" for s in brief.sections if s.role == "header"), None)
            done = f"set the brief to {STATES[brief.state]}"
            was = self.work.brief
            self.work.do(brief, done, header)
            self.did(done)
            if self.work.unkept:
                self.notice.news(
                    f"{done.capitalize()}. No version of it as {STATES[was.state]} is kept: {self.work.unkept}"
                )
            elif self.work.workspace.root is not None:
                self.notice.news(
                    f"Set the brief to {STATES[brief.state]}. A version of it as {STATES[was.state]} is kept."
                )

        self.settle()
        ask_state(self.app, self.work.brief, done)

    def action_export(self) -> None:
        """Write the note to a file."""
        from briefer.tui.outgoing import Chosen
        from briefer.tui.screens.exporting import Exporting

        self.settle()
        before = self.briefer.exported_as.get(self.work.path or Path())
        self.app.push_screen(Exporting(self.work, before or Chosen()), self._exported)

    def _exported(self, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        self.briefer.exported_as[self.work.path or Path()] = outcome.chosen
        if outcome.path is None:
            self.show_work(outcome.go_to)
            self.show_cursor()
            self.notice.news("This one stood in the way of the file.")
            return
        unkept = ""
        if outcome.chosen.final:
            try:
                self.work.keep_sent(outcome.path)
            except BrieferError as error:
                unkept = f". The version sent could not be kept: {error}"
        # Saved too: what comes back from Word is compared with the brief.
        if self.work.workspace.root is not None and self.work.unwritten:
            self.save()
        self.notice.news(f"{outcome.said}{unkept}")
        if self.app.screen is self:  # else it asks about saving
            from briefer.tui.screens.written import Written

            self.app.push_screen(Written(outcome.path, outcome.brief, outcome.chosen, self.work.workspace))

    def action_keep_template(self) -> None:
        """Keep the brief's shape as a template."""
        if self.work.workspace.root is None:
            self.needs_folder(self.action_keep_template)
            return
        there: set[str] = set()

        def accept(name: str) -> None:
            try:
                self._keep_template(name, over=name in there)
            except BrieferError as error:
                if error.code != "exists":
                    raise
                there.add(name)
                todo = "Enter again writes over it, and undo brings it back; or choose another name"
                raise BrieferError("There is a template of this name", where=error.where, todo=todo) from None

        def done(name: str | None) -> None:
            if name:
                kept = self.work.workspace.shown(making.template_path(self.work.workspace, name))
                self.notice.news(f"Kept as template {kept}: sections and standing text.")
                self.briefer.read()

        text = "Its sections, their order and standing text are kept; answers and entries are not."
        self.app.push_screen(AskText("Keep as template", text, self._template_name(), accept), done)

    def _keep_template(self, name: str, *, over: bool) -> None:
        path = making.template_path(self.work.workspace, name)
        before = path.read_bytes() if path.is_file() else None
        making.save_template(self.work.workspace, self.work.brief, name, force=over)
        self.work.steps.beside([Written(path, before, path.read_bytes())], "kept a template")

    def _template_name(self) -> str:
        """A name for a template out of the brief, without the day of its meeting where that has a body."""
        brief = self.work.brief
        body = brief.meeting.body if brief.meeting else None
        made_with = self.library.templates.files.get(brief.template or "") if self.library.templates else None
        if not body or made_with is None:
            return brief.title
        title = made_with.template.title or made_with.template.template
        return title if body in title else f"{body} {title[:1].lower()}{title[1:]}"
