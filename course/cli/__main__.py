"""`python -m course.cli`: the same as `vanphong`."""

import sys

from course.cli import main

if __name__ == "__main__":
    sys.exit(main())
