"""Carries data from one zone of the lake to the next: tidies, merges changes, masks, checks, compacts, joins.

Plain PySpark. Whatever differs between pipelines arrives as arguments. It runs on AWS Glue and, on local folders,
wherever pyspark is; it may run twice on the same input, and the second run gives the same tables. Its parts are in the
folder `lake`.
"""

import sys

from lake_options import parse


def main(arguments):
    """The job's exit code: 0 done, 2 if a rule is broken."""
    options = parse(arguments)
    # Spark is loaded only for arguments that are sound.
    from lake_steps import carry

    return carry(options)


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if code:
        # Glue takes a SystemExit for a failure whatever its code is, so there is none when all is well.
        sys.exit(code)
