"""What the cook sees: the terminal, and the plan as a picture."""

from voicecook.screen.plan_picture import plan_svg as plan_svg
from voicecook.screen.plan_text import SHADES as SHADES
from voicecook.screen.plan_text import plan_lines as plan_lines
from voicecook.screen.terminal import Terminal as Terminal
from voicecook.screen.view import View as View
from voicecook.screen.view import view as view
