#!/usr/bin/env bash
# Called by Maven: `build.sh build STAMP` makes the pages when something changed, `build.sh check [true|false...]` tests them
# unless one of the words says that tests are skipped.
set -euo pipefail
cd "$(dirname "$0")"

fail() { printf 'console/web: %s\n' "$*" >&2; exit 1; }

need_node() {
  command -v node >/dev/null || fail "Node.js 20 or later is needed to build the console: install it, or skip the pages with -Dconsole.web.skip=true"
  command -v npm >/dev/null || fail "npm is needed to build the console: install it, or skip the pages with -Dconsole.web.skip=true"
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 20 ] || fail "Node.js $(node --version) is too old to build the console: 20 or later is needed"
}

install() {
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  npm ci --no-progress
  touch node_modules/.package-lock.json
}

changed_since() {
  [ -f "$1" ] || return 0
  [ -n "$(find . ../src/main/resources/openapi.yaml -name node_modules -prune -o -type f -newer "$1" -not -name contract.d.ts -print -quit)" ]
}

case "${1:-}" in
  build)
    stamp="$2"
    changed_since "$stamp" || exit 0
    need_node
    install
    npm run --silent build
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp"
    ;;
  check)
    case " $* " in *" true "*) exit 0 ;; esac
    need_node
    install
    npm run --silent check
    ;;
  *) fail "usage: build.sh build STAMP | check" ;;
esac
