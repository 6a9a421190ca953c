"""The language itself, speaking and reading side by side. Knows nothing else in the house.

What is spoken is read back as the same value; the tests hold every pair to it.
"""

# numbers and amounts
from voicecook.english.amounts import GLYPHS as GLYPHS
from voicecook.english.amounts import NUMBER_WORDS as NUMBER_WORDS
from voicecook.english.amounts import amount_words as amount_words
from voicecook.english.amounts import number_words as number_words
from voicecook.english.amounts import point_words as point_words
from voicecook.english.amounts import quantities as quantities
from voicecook.english.amounts import range_words as range_words
from voicecook.english.amounts import read_number as read_number

# time
from voicecook.english.clock import CLOCK_TIMES_HEARD as CLOCK_TIMES_HEARD
from voicecook.english.clock import clock_times as clock_times
from voicecook.english.clock import clock_words as clock_words
from voicecook.english.durations import duration_words as duration_words
from voicecook.english.durations import durations as durations
from voicecook.english.durations import length_name as length_name
from voicecook.english.durations import more_time as more_time
from voicecook.english.durations import read_duration as read_duration
from voicecook.english.durations import roughly as roughly
from voicecook.english.durations import span_words as span_words
from voicecook.english.durations import up_to_more as up_to_more

# words
from voicecook.english.lists import as_tool as as_tool
from voicecook.english.lists import listed as listed
from voicecook.english.lists import with_article as with_article
from voicecook.english.nouns import how_many as how_many
from voicecook.english.nouns import other_number as other_number
from voicecook.english.nouns import plural as plural
from voicecook.english.nouns import singular as singular
from voicecook.english.numbers import ONES as ONES
from voicecook.english.numbers import count_words as count_words
from voicecook.english.numbers import ordinal as ordinal
from voicecook.english.numbers import ordinals as ordinals
from voicecook.english.numbers import spell as spell
from voicecook.english.numbers import whole_numbers as whole_numbers
from voicecook.english.stems import stem as stem

# sentence templates
from voicecook.english.templates import Choice as Choice
from voicecook.english.templates import Part as Part
from voicecook.english.templates import RuleHere as RuleHere
from voicecook.english.templates import SlotHere as SlotHere
from voicecook.english.templates import TemplateError as TemplateError
from voicecook.english.templates import Text as Text
from voicecook.english.templates import count_ways as count_ways
from voicecook.english.templates import has_loose_choice as has_loose_choice
from voicecook.english.templates import may_be_empty as may_be_empty
from voicecook.english.templates import parse as parse
from voicecook.english.templates import ways as ways

# units
from voicecook.english.units import SPELLINGS as SPELLINGS
from voicecook.english.units import Unit as Unit
from voicecook.english.units import unit_named as unit_named
from voicecook.english.units import unit_spelled as unit_spelled
from voicecook.english.word_lists import HESITATIONS as HESITATIONS
from voicecook.english.word_lists import word_list as word_list
from voicecook.english.word_lists import word_set as word_set
