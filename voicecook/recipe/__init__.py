"""What a recipe is: its model, reading and checking it, the folders it lies in."""

from voicecook.recipe.advice import advise as advise
from voicecook.recipe.library import find_recipe as find_recipe
from voicecook.recipe.library import list_recipes as list_recipes
from voicecook.recipe.library import recipe_folders as recipe_folders
from voicecook.recipe.load import load_recipe as load_recipe
from voicecook.recipe.load import recipe_names as recipe_names
from voicecook.recipe.menu import arranged as arranged
from voicecook.recipe.menu import dish_names as dish_names
from voicecook.recipe.menu import taken_over as taken_over
from voicecook.recipe.menu import together as together
from voicecook.recipe.model import Amount as Amount
from voicecook.recipe.model import Ingredient as Ingredient
from voicecook.recipe.model import Question as Question
from voicecook.recipe.model import Recipe as Recipe
from voicecook.recipe.model import Reminder as Reminder
from voicecook.recipe.model import Span as Span
from voicecook.recipe.model import Step as Step
from voicecook.recipe.model import Temperature as Temperature
from voicecook.recipe.model import TimerSpec as TimerSpec
from voicecook.recipe.problems import Problems as Problems
from voicecook.recipe.problems import RecipeProblems as RecipeProblems
from voicecook.recipe.problems import did_you_mean as did_you_mean
from voicecook.recipe.problems import shown as shown
from voicecook.recipe.quantities import QuantityError as QuantityError
from voicecook.recipe.quantities import amount as read_amount  # noqa: F401
from voicecook.recipe.quantities import read_span as read_span
from voicecook.recipe.yaml_nodes import Entry as Entry
from voicecook.recipe.yaml_nodes import Listing as Listing
from voicecook.recipe.yaml_nodes import Node as Node
from voicecook.recipe.yaml_nodes import Scalar as Scalar
from voicecook.recipe.yaml_nodes import compose as compose
