# Installs what a fresh Debian 12 lacks. Sourced by scripts/demo and scripts/test; needs root, or sudo.

build_packages=(pkg-config libsqlite3-dev libxml2-dev libxmlsec1-dev libcairo2-dev libcurl4-openssl-dev libjemalloc-dev libarchive-dev libqrencode-dev fonts-dejavu-core openssl)
test_packages=(chromium poppler-utils python3-venv)

# install_packages NAME…: asks apt only for those that are not there.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# require_swift: the toolchain is the one thing that is not installed here.
require_swift() {
    if ! command -v swift >/dev/null; then
        echo "Swift 6.3 or later is needed: see https://www.swift.org/install/linux/" >&2
        exit 1
    fi
}
