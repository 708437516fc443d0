"""Makes dates.tsv: ten thousand additions of months and days, by Python's datetime and calendar.

    python3 make_dates.py > dates.tsv

An oracle of its own: it shares nothing with the arithmetic that it judges.
"""

import calendar
import datetime
import random

random.seed(20000)


def add_months(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    month += 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def cases():
    first, last = datetime.date(1899, 12, 31).toordinal(), datetime.date(2110, 1, 1).toordinal()
    ends = [28, 29, 30, 31]
    for number in range(10_000):
        day = datetime.date.fromordinal(random.randint(first, last))
        if number % 3 == 0:  # month ends are where arithmetic goes wrong
            length = calendar.monthrange(day.year, day.month)[1]
            day = day.replace(day=min(random.choice(ends), length))
        months = random.choice([-36, -12, -6, -3, -1, 0, 1, 3, 6, 9, 12, 24, 36, random.randint(-600, 600)])
        days = random.randint(-40_000, 40_000)
        yield day, months, add_months(day, months), days, day + datetime.timedelta(days=days)


print("# day, months, day + months, days, day + days; made by make_dates.py")
for row in cases():
    print("\t".join(str(cell) for cell in row))
