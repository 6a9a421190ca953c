"""Who answers which intent: one flat table."""

from __future__ import annotations

from collections.abc import Mapping

from voicecook.cook.core.turn import Handler
from voicecook.cook.food import ask, at_hand, food, portions, reading
from voicecook.cook.steps import choosing, conversation, moves
from voicecook.cook.time import dinner, place, time_left, timing

HANDLERS: Mapping[str, Handler] = {
    "next": moves.on_next,
    "done": moves.on_done,
    "skip": moves.on_skip,
    "previous": moves.on_previous,
    "repeat": moves.on_repeat,
    "go_to": moves.on_go_to,
    "undo": moves.on_undo,
    "where_am_i": place.on_where_am_i,
    "start": conversation.on_start,
    "pause": conversation.on_pause,
    "resume": conversation.on_resume,
    "stop_talking": conversation.on_stop_talking,
    "quit": conversation.on_quit,
    "goodbye": conversation.on_goodbye,
    "restart": conversation.on_restart,
    "yes": conversation.on_yes,
    "no": conversation.on_no,
    "help": conversation.on_help,
    "hello": conversation.on_hello,
    "thanks": conversation.on_thanks,
    "louder": conversation.on_louder,
    "quieter": conversation.on_quieter,
    "slower": conversation.on_slower,
    "faster": conversation.on_faster,
    "choose_recipe": choosing.on_choose_recipe,
    "list_recipes": choosing.on_list_recipes,
    "start_timer": timing.on_start_timer,
    "set_timer": timing.on_set_timer,
    "cancel_timer": timing.on_cancel_timer,
    "add_time": timing.on_add_time,
    "take_time": timing.on_take_time,
    "pause_timer": timing.on_pause_timer,
    "resume_timer": timing.on_resume_timer,
    "list_timers": time_left.on_list_timers,
    "how_long_left": time_left.on_how_long_left,
    "missed_alerts": time_left.on_missed_alerts,
    "finish_time": dinner.on_finish_time,
    "ingredients": reading.on_ingredients,
    "next_ingredient": reading.on_next_ingredient,
    "more_ingredients": reading.on_more_ingredients,
    "count_ingredients": reading.on_count_ingredients,
    "ingredient_amount": ask.on_ingredient_amount,
    "step_ingredients": food.on_step_ingredients,
    "use_all": ask.on_use_all,
    "temperature": ask.on_temperature,
    "tools": ask.on_tools,
    "scale": portions.on_scale,
    "units": portions.on_units,
    "ask": ask.on_ask,
    "substitute": ask.on_substitute,
    "recipe_title": ask.on_recipe_title,
    "meanwhile": at_hand.on_meanwhile,
    "is_it_done": at_hand.on_is_it_done,
    "step_duration": ask.on_step_duration,
    "more_detail": at_hand.on_more_detail,
    "steps_left": at_hand.on_steps_left,
}
"""Every intent of CONTRACT, and the function `(session, intent, at) -> Turn` that answers it."""
