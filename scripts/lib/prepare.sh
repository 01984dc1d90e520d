# Installs what a fresh Debian 12 lacks. Sourced by scripts/demo and scripts/test; as root, or by sudo: whoever has neither reads
# what to ask for.

build_packages=(git ca-certificates pkg-config libsqlite3-dev libxml2-dev libxmlsec1-dev libcairo2-dev libcurl4-openssl-dev libjemalloc-dev libarchive-dev libqrencode-dev libseccomp-dev libpoppler-glib-dev libturbojpeg0-dev fontconfig fonts-dejavu-core fonts-urw-base35 openssl)
test_packages=(chromium poppler-utils python3-venv)

# say WORDS…: a sentence for whoever started the script.
say() { echo "$*" >&2; }

# install_packages NAME…: asks apt only for those that are not there.
install_packages() {
    local missing=() name
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian: what the packages $* bring has to be there already."
        return
    fi
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            ask_for "${missing[@]}"
            exit 1
        fi
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    # The variable after sudo, which hands on none of ours; apt waits for another apt that is at work.
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if ! "${apt[@]}" update || ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; then
        ask_for "${missing[@]}"
        exit 1
    fi
}

# ask_for NAME…: what somebody with more rights has to do.
ask_for() {
    say "These packages are missing and could not be installed: have somebody who administers this machine run, as root,"
    say "    apt-get update && apt-get install --no-install-recommends $*"
    say "and start this again."
}

# require_swift: the toolchain is the one thing that is not installed here.
require_swift() {
    local found=""
    if command -v swift >/dev/null; then
        found=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | head -n 1 | grep -oE '[0-9.]+$') || found=""
        case "$found" in
            6.[3-9] | 6.[1-9][0-9] | [7-9].* | [1-9][0-9].*) return 0 ;;
        esac
    fi
    say "Swift 6.3 or later is needed${found:+, and $found is here}: see https://www.swift.org/install/linux/"
    exit 1
}
