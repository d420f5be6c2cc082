#!/usr/bin/env bash
# with-webkit.sh COMMAND …: runs a command beside a virtual screen on which WebKit can draw, in a D-Bus
# session that ends with it.
set -euo pipefail
if [ -z "${WEBKIT_SESSION:-}" ]; then
  node "$(dirname "${BASH_SOURCE[0]}")/programs.js" webkit screen bus
  WEBKIT_SESSION=1 exec dbus-run-session -- "$0" "$@" 3>&2 2>/dev/null
fi
exec 2>&3 3>&-

own=$(mktemp -d)
screen_file=$own/screen
Xvfb -displayfd 4 -screen 0 2560x2000x24 -nolisten tcp 4>"$screen_file" >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null || true; rm -rf "$own"; wait' EXIT
until [ -s "$screen_file" ]; do kill -0 "$screen"; sleep 0.05; done

export DISPLAY=":$(cat "$screen_file")"
export WEBKIT_DISABLE_COMPOSITING_MODE=1 WEBKIT_FORCE_SANDBOX=0 NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
# Less motion, as a person would set it.
mkdir -p "$own/gtk-3.0"
printf '[Settings]\ngtk-enable-animations=0\n' >"$own/gtk-3.0/settings.ini"
export XDG_CONFIG_HOME="$own"
if [ "$(id -u)" = 0 ]; then export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1; fi

"$@"
