"""A cook at a keyboard: says intents, lets time pass, and looks at what came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from voicecook.commands.intents import Intent, Slot
from voicecook.cook.core.effects import Effect, Rang, Say
from voicecook.cook.core.events import Event, Heard, Opened, Ticked
from voicecook.cook.core.session import Session
from voicecook.cook.dispatch import next_deadline, step
from voicecook.recipe.model import Recipe, Reminder, Span, Step, TimerSpec

FIVE_O_CLOCK = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)

ROAST = Recipe(
    name="Little Roast",
    ingredients=(),
    steps=(
        Step("heat", "Heat the oven", "Heat the oven."),
        Step(
            "roast",
            "Roast the pork",
            "Put the pork in.",
            timer=TimerSpec("pork", Span(5400, 5400), done="Take it out."),
        ),
        Step("mix", "Mix the glaze", "Mix the glaze.", during="roast", topics=("glaze",)),
        Step("brush", "Brush the pork", "Brush it with the glaze.", topics=("brushing",)),
        Step(
            "finish",
            "Glaze the pork",
            "Back into the oven.",
            timer=TimerSpec(
                "glazing",
                Span(900, 1200),
                done="Take it out now.",
                look="It should be sticky.",
                reminders=(
                    Reminder("halfway", 0, "Brush again."),
                    Reminder("before_end", 600, "Keep an eye on it."),
                ),
            ),
        ),
        Step("serve", "Serve", "Slice and serve."),
    ),
)


@dataclass
class Cook:
    """Drives a session and keeps what was said since it was last looked at."""

    recipe: Recipe = ROAST
    now: datetime = FIVE_O_CLOCK
    effects: list[Effect] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = Session(self.recipe)
        self.take(Opened(self.now))

    def take(self, event: Event) -> str:
        self.session, effects = step(self.session, event)
        self.effects = list(effects)
        return self.said

    def says(self, *names: str, **slots: Slot) -> str:
        """Say these intents, the slots going to the last one; returns the answer."""
        intents = [Intent(name) for name in names[:-1]] + [Intent(names[-1], slots)]
        return self.take(Heard(self.now, " ".join(names), tuple(intents)))

    def waits(self, **length: float) -> str:
        """Let time pass; returns what was said meanwhile."""
        end = self.now + timedelta(**length)
        said: list[str] = []
        rang: list[Effect] = []
        while (deadline := next_deadline(self.session)) is not None and deadline <= end:
            self.now = max(self.now, deadline)
            said.append(self.take(Ticked(self.now)))
            rang += self.effects
        self.now = end
        self.effects = rang
        return " ".join(said)

    @property
    def said(self) -> str:
        return " ".join(effect.text for effect in self.effects if isinstance(effect, Say))

    @property
    def rang(self) -> list[str]:
        rang = [effect for effect in self.effects if isinstance(effect, Rang)]
        return [name for effect in rang for name in effect.names]

    @property
    def step(self) -> str:
        return self.session.step.id

    def left(self) -> dict[str, float]:
        """Each timer's seconds left."""
        return {t.name: t.left(self.now).total_seconds() for t in self.session.timers}

    def goes_to(self, step_id: str) -> Cook:
        self.says("go_to", step=self.recipe.step_index(step_id) + 1)
        return self
