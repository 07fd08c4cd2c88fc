#!/usr/bin/env bash
# The last step of action.yml: turns its inputs (environment variables) into options of the command line.
set -euo pipefail
# Globs are for okrlint to expand, blanks and line breaks separate.
set -f
options=(--format github --lang "${OKRLINT_LANG:-auto}")
[ -z "${OKRLINT_MAX_WARNINGS:-}" ] || options+=(--max-warnings "$OKRLINT_MAX_WARNINGS")
[ -z "${OKRLINT_PROFILE:-}" ] || options+=(--profile "$OKRLINT_PROFILE")
[ -z "${OKRLINT_SINCE:-}" ] || options+=(--since "$OKRLINT_SINCE")
read -r -d '' -a more <<<"${OKRLINT_ARGS:-}" || true
read -r -d '' -a files <<<"${OKRLINT_FILES:-.}" || true
exec node "$OKRLINT_CLI" "${options[@]}" ${more[@]+"${more[@]}"} -- "${files[@]}"
