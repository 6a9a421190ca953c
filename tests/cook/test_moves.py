"""Moving through the recipe."""

from tests.cook.driver import Cook
from voicecook.commands import Intent
from voicecook.cook.core.events import Heard
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))


def test_a_new_cook_is_greeted_and_hears_the_first_step() -> None:
    cook = Cook()
    assert cook.said.startswith("Hello! Today we make Little Roast, in 6 steps.")
    assert cook.said.endswith("Step 1. Heat the oven.")


def test_next_reads_the_next_step_and_previous_the_one_before() -> None:
    cook = Cook()
    assert (
        cook.says("next")
        == "Step 2. Put the pork in. Shall I start a timer for an hour and a half?"
    )
    assert cook.says("previous") == "Step 1. Heat the oven."
    assert cook.says("previous") == "This is the first step; there's nothing before it."
    assert cook.step == "heat"


def test_done_whats_next_is_one_move() -> None:
    cook = Cook()
    cook.says("done", "next")
    assert cook.step == "roast"


def test_next_past_a_timer_that_was_not_started_says_so() -> None:
    cook = Cook().goes_to("roast")
    assert "The pork timer isn't running" in cook.says("next")
    assert cook.left() == {}


def test_done_on_a_step_that_offers_a_timer_starts_it_and_moves_on() -> None:
    cook = Cook().goes_to("roast")
    assert cook.says("done").startswith("The pork timer is running: an hour and a half. Step 3.")
    assert cook.left() == {"pork": 5400}


def test_done_when_what_this_step_waited_for_rings_moves_on() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.goes_to("brush")
    cook.waits(minutes=90)
    assert cook.says("done").startswith("Step 5.")


def test_done_when_another_timer_rings_only_answers_it() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.goes_to("mix")
    cook.waits(minutes=90)
    assert cook.says("done") == "Good. You're at step 3: Mix the glaze."


def test_a_step_that_waits_for_a_running_timer_says_so() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.waits(minutes=30)
    cook.goes_to("brush")
    assert "the pork timer has 1 hour left, and I'll call you. Then: Brush it" in cook.said


def test_go_to_finds_numbers_ends_and_topics_and_nothing_else() -> None:
    cook = Cook()
    assert cook.says("go_to", step=3).startswith("Step 3.")
    assert cook.says("go_to", step="last").startswith("Step 6.")
    assert cook.says("go_to", step="first").startswith("Step 1.")
    assert cook.says("go_to", topic="glaze").startswith("Step 3.")
    assert cook.says("go_to", step=7) == "There are 6 steps, so there's no step 7."
    assert cook.says("go_to", topic="tomatoes") == "I can't find a step about tomatoes."
    assert cook.step == "mix"


def test_the_last_step_is_followed_by_goodbyes() -> None:
    cook = Cook().goes_to("serve")
    assert "Enjoy your Little Roast" in cook.says("next")
    assert cook.session.mode == "finished"
    assert "at the end already" in cook.says("next")


def test_undo_brings_back_exactly_what_was() -> None:
    cook = Cook().goes_to("roast")
    before = cook.session
    cook.says("done")
    assert cook.says("undo") == "Taken back. You're at step 2: Roast the pork."
    assert cook.session == before


def test_a_timer_that_rang_meanwhile_rings_on_after_undo() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.says("next")
    cook.waits(minutes=91)
    cook.says("undo")
    assert [timer.name for timer in cook.session.ringing] == ["pork"]


def test_repeat_says_the_last_answer_again() -> None:
    cook = Cook().goes_to("mix")
    assert cook.says("repeat") == "Step 3. Mix the glaze."
    answer = cook.says("where_am_i")
    assert cook.says("repeat") == answer == "You're at step 3 of 6: Mix the glaze."


def test_a_step_read_too_early_is_read_again_with_its_timer_when_its_time_has_come() -> None:
    cook = Cook(PORK).goes_to("caramelize")
    cook.says("yes")
    assert "Not quite yet: the glazing timer has" in cook.says("next")
    cook.waits(minutes=16)
    again = cook.says("next")
    assert again.startswith("Step 12. Take the pork out of the oven and let it rest")
    assert again.endswith("Shall I start a timer for 10 minutes?")
    assert cook.says("no").startswith("All right, no timer.")
    assert cook.says("next").startswith("Step 13.")


def test_done_does_not_go_on_to_what_waits_for_the_timer_that_runs() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=5)
    said = cook.says("done")
    assert said == "Good. The glazing timer has 10 minutes left, perhaps up to 5 minutes more."
    assert cook.step == "finish"
    cook.says("next")
    assert cook.step == "serve"


def test_a_step_is_found_by_its_words_in_any_form() -> None:
    cook = Cook()
    cook.says("go_to", topic="brushed the pork")
    assert cook.step == "brush"
    cook.take(
        Heard(cook.now, "", (Intent("go_to", {"topic": "where"}, "go to where it is sliced"),))
    )
    assert cook.step == "serve"


def test_done_when_a_look_rings_reads_the_step_that_has_waited_for_it() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.says("next")
    assert cook.step == "serve"
    cook.waits(minutes=15)
    assert "Slice and serve." in cook.says("done")
    assert (cook.step, cook.left()) == ("serve", {})
