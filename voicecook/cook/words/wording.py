"""The sentences that answer a cook's questions about the food and the recipe."""

from __future__ import annotations

# The list of ingredients
NO_INGREDIENTS = "This recipe lists no ingredients."
GROUP = "For the {group}: {items}."
ITEMS = "{items}."
GO_ON = "Shall I go on?"
GO_ON_WITH = "Shall I go on with the {group}?"
THAT_IS_ALL = "That's all of them."
THAT_IS_ALL_FOR = "That's all for the {group}."
NEXT_ITEM = "{item}."
LAST_ITEM = "{item}. That's the last one."
NO_MORE = "No, that's all of them."
NO_MORE_TO_READ = "That was the last ingredient. Say ingredients to hear them again."
MORE = "Yes, {count} more. Shall I go on?"
NONE_READ_YET = "There are {count} in all. Shall I read them?"
COUNT = "{count}."
COUNT_IN_GROUPS = "{count}: {groups}."
COUNT_OF_GROUP = "{count} for the {group}"
NO_SUCH_GROUP = "I don't see a list for {group}. There is {groups}."

# One ingredient
NOT_IN_RECIPE = "I don't see any {name} in this recipe."
HOW_MUCH = "{item}."
FOR_DISH = "for the {dish}, {item}"
NO_AMOUNT = "The recipe gives no amount for the {name}; use as much as you like."
STEP_NEEDS = "For this step: {items}."
STEP_NEEDS_NOTHING = "No ingredients in this step."
STEPS_NAME_NOTHING = "The recipe doesn't say which ingredients belong to this step."
USE_ALL = "Yes, all of it: {item}."
USED_ONCE_ELSEWHERE = "All of it goes in at step {step}: {item}."
USED_IN_SEVERAL = "The recipe lists {item} in all, for steps {steps}."
HOW_MUCH_UNSAID = "The recipe doesn't say how much of the {name} to use."
MADE_FROM = "The {group} is made from {count}. Shall I read them?"
USED_NOWHERE = "The recipe lists {item}, but no step says where it goes."

# Something else instead
WHICH_TO_REPLACE = "Which ingredient would you like to replace?"
NO_SUBSTITUTE = "The recipe doesn't say what could replace the {name}."
NO_SUCH_SWAP = "The recipe doesn't say whether {swap} would work instead of the {name}."
NO_SUCH_SWAP_AT_ALL = "The recipe doesn't say whether {swap} would work."

# How many, in which units
SERVES = "It serves {count}."
SCALED = "For {count}, then: {item}. The times may change, so check that it's done."
SCALED_BY = "Times {factor}, then: {item}. The times may change, so check that it's done."
AS_WRITTEN = "Back to the amounts as the recipe has them: {item}."
TOO_FEW = "I can't cook for nobody. For how many shall it be?"
TOO_MANY = "That's more than I can reckon with. For how many shall it be?"
SERVES_UNKNOWN = "The recipe doesn't say how many it serves. Say, double it, or half of it."
FOR_HOW_MANY = "For how many shall it be?"
UNITS = {
    "metric": "Grams, litres and Celsius from now on.",
    "imperial": "Pounds, ounces, cups and Fahrenheit from now on.",
}
WHICH_UNITS = "I can use metric or imperial. Which would you like?"
IN_OTHER_WORDS = "{before} is {after}."

# Heat and tools
HEAT = "{heat}."
BESIDE = "The {timer} is at {heat}."
LATER = "Later, in step {step}, it's {heat}."
BEFORE = "Before, in step {step}, it was {heat}."
NO_TEMPERATURE = "The recipe gives no temperature."
TOOLS_HERE = "For this step: {tools}."
TOOLS_IN_ALL = "Nothing special for this step. In all you need {tools}."
NO_TOOLS = "The recipe names no special tools."

# The work at hand
MEANWHILE = "While the {timer} timer runs: {titles}."
MEANWHILE_HERE = "While the {timer} timer runs, you're in the right place: {title}."
AND_THEN = "Then: {titles}."
MEANWHILE_LATER = "Once that is on: {titles}."
MEANWHILE_AT = "While the {timer} timer runs, at about {when}: {title}."
MEANWHILE_REST = "Nothing more until the {timer} timer is up: {left} left. Have a rest."
NOTHING_RUNS = "Nothing is cooking by itself just now. The next step is: {title}."
NOTHING_RUNS_LAST = "Nothing is cooking by itself just now, and this is the last step."
HOW_TO_TELL = "Here's how to tell: {sign}"
NOT_BY_THE_CLOCK = "Not by the clock: the {timer} timer has {left} left."
STILL_LEFT = "The {timer} timer has {left} left."
TIME_IS_UP = "The {timer} timer is up."
READY_TO_EAT = "Yes, it's ready. Enjoy!"
LAST_BUT_THIS = "Nearly: this is the last step."
NOT_READY = "Not yet: {count} to go after this one."
STEP_TAKES = "{time}."
NO_STEP_TIME = "The recipe gives no time for this step."
NEXT_TIME = "The next one it gives: {title}, {time}."
NO_MORE_DETAIL = "That's all the recipe says about this step."
STEPS_LEFT = "{count} after this one. Next: {title}."
NO_STEPS_LEFT = "This is the last step."
ALL_STEPS_DONE = "None, we've finished."

# Questions
RECIPE_TITLE = "We're making {name}."
DOES_NOT_SAY = "The recipe doesn't say {what}."
NOTHING_SAID = "The recipe doesn't say."
ANYTHING = "anything about {thing}"
EITHER = "whether {first} or {second}"
IT_SAYS = "It says: {words}"
IT_LISTS = "It lists {items}."
THE_STEP_SAYS = "This step says: {words}"
NOT_THIS_STEP = "This step doesn't say."
NEAREST = "The nearest it has: {words}"
ASK_AGAIN = "What would you like to know about the recipe?"
"""When there was no question in it."""
STEP_SAYS = "Step {step} says: {words}"
DISAGREES = "The source says different things about {about}. Ask me about any of them."
OPTIONAL = "Yes, that's optional: {item}."
NOT_OPTIONAL = "The recipe doesn't say that the {name} is optional. It lists {item}."
IN_IT = "Yes: {items}."
NOT_IN_IT = "I don't see any {name} among the ingredients."
IT_IS_IN = "Yes, that's what the recipe has: {items}."
THERE_IS = "Among its ingredients there is {items}."
LISTS_NONE = "I see no {kinds} among its ingredients, but do check the labels."
NO_SIZE = "The recipe doesn't say how big. It lists {item}."
TOOL = "{tool}; the recipe says no more than that."
NO_TOOL_SIZE = "The recipe doesn't say how big the {tool} is to be."
TOOL_NEEDED = "Yes: {tools}."
TOOL_NEEDED_AT = "Yes: {tools}, for {steps}."
NO_SUCH_TOOL = "The recipe names no {tool}."
USED_HERE = "The {name} {go} in now. {words}"
USED_AT = "The {name} {go} in at step {step}: {words}"
USED_AT_SEVERAL = "The {name} is for steps {steps}. Step {step} says: {words}"
STEP_TIME = "{time}, in step {step}: {title}."
STEP_IS = "Step {step}: {words}"
AFTER_THIS = "After this one: {titles}."
NO_TOTAL = "The recipe doesn't say how long it takes in all."
NOTHING_MISSED = "No, as far as I know you have missed nothing."
MISSED = "You haven't been at {steps}. Say go back, or name the step, to do it."
WHETHER_TO = "whether to {thing}"
NOTHING_BEFORE = "Nothing comes before this: it's the first step."
NOTHING_AFTER = "Nothing comes after this: it's the last step."
STEPS_IN_ALL = "{count} steps in all. You're at step {step}, with {left} to go."
LAST_OF = "This is the last of {count} steps."
GAS_MARK = "{before} is about gas mark {mark}."
NO_GAS_MARK = "There is no gas mark for {before}."
NO_WEIGHT = "I don't know how many {unit} {item} is."

# When things go wrong
CAN_DO = "I can say the step again, go back a step, or give it more time."
SHOULD_BE = "What to look for: {sign}"
MORE_TIME = "Say how many more minutes, and I'll add them."
FORGOT = (
    "That belongs to step {step}: {words} The recipe doesn't say what to do if it was "
    "forgotten. Say go back to go there, or go on as you are."
)
FORGOT_LINE = (
    "That belongs to the ingredients: {item}. The recipe doesn't say what to do if it was "
    "forgotten."
)
FORGOT_HERE = "You can still do it, it belongs to this step: {words}"
NOT_FORGOTTEN = "No harm done, it comes only in step {step}: {words}"
FORGOT_UNSAID = "That happens. I can't find where that belongs in the recipe."
HOT_ENOUGH = "That's hot enough: the recipe never asks for more than {heat}."
TOO_COOL = (
    "Step {step} asks for {heat}, and the recipe doesn't say what to do with less. Go by how it "
    "looks, and say how many more minutes it should have. {sign}"
)
NEEDED = "The recipe needs {item}."
HERE_WE_ARE = "All is well, we're at step {step}: {words}"

# Not understood
NOT_UNDERSTOOD = "Sorry, I didn't get that. Try next, repeat, or how long left."
SORRY_SAY_AGAIN = "Sorry, once more?"
SORRY = "Sorry?"
PERHAPS = "Sorry. {question}"
PERHAPS_AGAIN = "Did you mean {likely}?"
SAY_LIKE = {
    "next": "next",
    "previous": "go back",
    "repeat": "repeat",
    "go_to": "go to step 3",
    "where_am_i": "where am I",
    "steps_left": "how many steps are left",
    "more_detail": "tell me more",
    "how_long_left": "how long left",
    "finish_time": "when will it be ready",
    "step_duration": "how long does this take",
    "list_timers": "what timers are running",
    "start_timer": "start the timer",
    "set_timer": "set a timer for 10 minutes",
    "add_time": "2 more minutes",
    "cancel_timer": "cancel the timer",
    "pause_timer": "pause the timer",
    "ingredients": "ingredients",
    "ingredient_amount": "how much, and what of",
    "step_ingredients": "what goes in now",
    "temperature": "what temperature",
    "tools": "what tools do I need",
    "substitute": "what can I use instead",
    "meanwhile": "what can I do meanwhile",
    "is_it_done": "how do I know it's done",
    "scale": "make it for 6",
    "pause": "pause",
    "quit": "stop cooking",
    "help": "help",
}
"""How a cook would ask for it, for an offer of the likeliest."""
ASK_BACK = {
    "next": "Shall I go on?",
    "done": "Shall I go on?",
    "start": "Shall I go on?",
    "resume": "Shall I go on?",
    "skip": "Shall I skip this step?",
    "previous": "Shall I go back a step?",
    "go_to": "Shall I go to {place}?",
    "start_timer": "Shall I start {timer}?",
    "set_timer": "Shall I set {timer}{for_length}?",
    "add_time": "Shall I add {length} to {timer}?",
    "take_time": "Shall I take {length} off {timer}?",
    "cancel_timer": "Shall I turn {timer} off?",
    "pause_timer": "Shall I pause {timer}?",
    "resume_timer": "Shall I let {timer} go on?",
    "rename_timer": "Shall I give {timer} another name?",
    "remind": "Shall I remind you{about}?",
    "undo": "Shall I take the last thing back?",
    "restart": "Start again from the first step?",
    "quit": "Shall we stop cooking?",
    "goodbye": "Shall we stop cooking?",
    "pause": "Shall I pause?",
    "scale": "Shall I change the amounts?",
    "units": "Shall I change the units?",
    "choose_recipe": "Shall I look for another recipe?",
}
"""Where it would move, change or destroy, and was not plain enough."""
ASK_BACK_ANY = "Sorry, could you say that another way?"
"""Where it can't be put into a question."""
ASKED_AGAIN = {
    "start_timer": "Shall I start the timer?",
    "quit": "Shall we stop cooking?",
    "restart": "Start again from the first step?",
    "cancel_timers": "Shall I take them all off?",
    "which_timer": "Which one?",
    "leftovers": "Shall I remind you to put what's left in the fridge?",
    "more": "Shall I go on?",
    "keep_timers": "Shall they keep running?",
}
"""Open questions, once more in few words."""
YES_OR_NO = "Yes or no?"
SHORTEST = {
    "which_timer": "Which one?",
    "timer_length": "How many minutes?",
    "likely": "The first, or the second?",
}
"""What kind of answer is waited for, where it is not a yes or a no."""
