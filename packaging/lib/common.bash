# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the commands in packaging/ share: installing, building, saying what happens.
#
# Environment:
#   RUNNERSCOPE_INSTALL=no   install nothing, only say what is missing

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
lists=$root/packaging/debian

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "Error: $*"
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# Prints the comment of a script, which is its help.
print_help() {
    sed -n '2,${/^#/!q;/SPDX/d;s/^# \{0,1\}//;p;}' "$1" | sed '/./,$!d'
}

# quietly LOG COMMAND...: the output goes into LOG and is shown only when COMMAND fails.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p -- "$(dirname -- "$log")"
    "$@" >"$log" 2>&1 || status=$?
    ((status == 0)) || cat -- "$log" >&2
    return "$status"
}

# --- Packages ---------------------------------------------------------------------------------------------------------

# Prints the names of all packages that are installed.
installed_packages() {
    # shellcheck disable=SC2016  # the fields are dpkg-query's
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p'
}

# missing_packages LIST...: prints the packages of the lists that have to be installed.
missing_packages() {
    local list package command installed
    installed=$(installed_packages)
    for list in "$@"; do
        while read -r package command; do
            [[ -n $package ]] || continue
            if [[ -n $command ]]; then
                have "$command" || printf '%s\n' "$package"
            else
                grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
            fi
        done < <(sed 's/[[:space:]]*#.*//' "$lists/$list-packages.txt")
    done
}

# describe_packages LIST...: says what is needed in names that hold on any system.
describe_packages() {
    local list
    for list in "$@"; do
        sed -n 's/^[^#[:space:]][^#]*# */  - /p' "$lists/$list-packages.txt" >&2
    done
}

as_root() {
    local sudo=()
    if ((EUID != 0)); then
        sudo=(sudo)
        [[ -z ${CI:-} ]] || sudo+=(-n)
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive "$@"
}

# Asks for the password where sudo wants one, before the output goes into a log.
may_become_root() {
    ((EUID == 0)) || { have sudo && as_root true; }
}

apt_install() {
    local log=$root/build/packages.log
    local by_hand="  apt-get install --no-install-recommends $*
or set RUNNERSCOPE_INSTALL=no to go on with what is there."
    say "Installing with apt (this can take some minutes, log: build/packages.log): $*"
    may_become_root || fail "Packages can be installed by root only, or by sudo. As root:
$by_hand"
    quietly "$log" as_root apt-get -q -o DPkg::Lock::Timeout=300 update ||
        say "The package lists could not be refreshed; trying with those that are there."
    quietly "$log" as_root apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@" ||
        fail "apt could not install what is missing; the reason stands above. Do it by hand, as root:
$by_hand"
}

# install_packages LIST...: installs what is missing of the lists; says what is needed where there is no apt.
install_packages() {
    local missing
    if ! have dpkg-query || ! have apt-get; then
        say "This system has no apt, so nothing is installed. What is needed:"
        describe_packages "$@"
        return 0
    fi
    missing=$(missing_packages "$@")
    [[ -n $missing ]] || return 0
    mapfile -t missing <<<"$missing"
    if [[ ${RUNNERSCOPE_INSTALL:-yes} == no ]]; then
        say "Not installed, as RUNNERSCOPE_INSTALL=no asks: ${missing[*]}"
        return 0
    fi
    apt_install "${missing[@]}"
}

# --- Building ---------------------------------------------------------------------------------------------------------

# build PRESET [TARGET]: configures and builds; says nothing when there is nothing to do.
build() (
    local preset=$1 target=(${2:+--target "$2"})
    have cmake || fail "CMake 3.25 or newer is needed, and there is no command cmake."
    cd -- "$root" || exit
    [[ -e build/$preset/build.ninja ]] || say "Configuring the preset $preset."
    quietly "build/configure-$preset.log" cmake --preset "$preset" ||
        fail "The preset $preset could not be configured; the reason stands above."
    ! is_built "$preset" "${target[@]}" || return 0
    cmake --build --preset "$preset" "${target[@]}" ||
        fail "The preset $preset could not be built; the reason stands above."
)

# is_built PRESET [--target TARGET]: whether a build would do nothing.
is_built() {
    local plan
    plan=$(cmake --build --preset "$@" -- -n 2>&1) && [[ $plan == *"no work to do"* ]]
}

# --- Node.js ----------------------------------------------------------------------------------------------------------

check_node() {
    local version
    if ! have node || ! have npm; then
        fail "The suite needs the commands node (18 or newer) and npm."
    fi
    version=$(node --version)
    version=${version#v}
    ((${version%%.*} >= 18)) || fail "The suite needs Node.js 18 or newer, and the command node is version $version
($(command -v node)). Install a newer Node.js, or take this one out of PATH so that the system's own is found."
}

# npm_install FOLDER: installs what the lock file of FOLDER names, when that is newer than what is installed.
npm_install() {
    local folder=$1 lock=$1/package-lock.json done_mark=$1/node_modules/.package-lock.json
    [[ -e $lock ]] || fail "There is no $lock."
    [[ ! -e $done_mark || $done_mark -ot $lock ]] || return 0
    say "Installing the simulator's npm packages."
    quietly "$root/build/npm.log" npm --prefix "$folder" ci --no-audit --no-fund --no-update-notifier </dev/null ||
        fail "npm could not install the simulator's packages; the reason stands above."
    touch -- "$done_mark"
}

# --- Display ----------------------------------------------------------------------------------------------------------

# socket_answers PATH: whether somebody listens there (also in Linux' abstract name space).
socket_answers() {
    if ! have perl; then
        [[ -S $1 ]]
        return
    fi
    # shellcheck disable=SC2016  # the variables are Perl's
    perl -MSocket -e 'for my $path ($ARGV[0], "\0$ARGV[0]") {
        socket(my $socket, PF_UNIX, SOCK_STREAM, 0) or next;
        exit 0 if connect($socket, pack_sockaddr_un($path)); } exit 1' "$1"
}

# x_answers DISPLAY: whether an X server listens at :N, unix:N or HOST:N.
x_answers() {
    local host=${1%:*} number=${1##*:}
    number=${number%%.*}
    [[ $number =~ ^[0-9]+$ ]] || return 1
    case $host in
        "" | unix) socket_answers "/tmp/.X11-unix/X$number" ;;
        /*) socket_answers "$1" || socket_answers "$host" ;;
        *) timeout 3 bash -c ": <>/dev/tcp/${host@Q}/$((6000 + number))" 2>/dev/null ;;
    esac
}

wayland_answers() {
    local socket=$1
    [[ $socket == /* ]] || socket=${XDG_RUNTIME_DIR:-/run/user/$EUID}/$socket
    socket_answers "$socket"
}

# Whether a window can be opened. A platform of Qt that needs neither X nor Wayland is trusted.
has_display() {
    case ${QT_QPA_PLATFORM:-} in
        offscreen* | minimal*) return 1 ;;
        "" | xcb* | wayland*) ;;
        *) return 0 ;;
    esac
    { [[ -n ${WAYLAND_DISPLAY:-} ]] && wayland_answers "$WAYLAND_DISPLAY"; } ||
        { [[ -n ${DISPLAY:-} ]] && x_answers "$DISPLAY"; }
}
