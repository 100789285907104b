#!/usr/bin/env bash
# Grades every right submission of the repository 200 times and every wrong one 50 times, half of them with eight busy loops running,
# and prints how often each verdict came. It ends with exit code 0 when every grading had the one verdict that it must have.
# Hours of gradings can be made in pieces: --ledger keeps the counts in a file and goes on from them, as long as nothing that decides a verdict has changed.
#   tests/Repeat/run.sh [kata…] [--times n] [--wrong n] [--busy n] [--jobs n] [--ledger file]
set -euo pipefail
cd "$(dirname "$0")/../.."
exec dotnet run --project grader/Cli --configuration Release -- repeat "$@"
