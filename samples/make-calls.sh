#!/usr/bin/env bash
# Speaks the scripts in scripts/ and writes the recordings in calls/.
#
#   samples/make-calls.sh            all calls
#   samples/make-calls.sh NAME...    only scripts/NAME.md
#
# Needs flite 2.2 (with its voices slt, rms and awb) and sox 14.4; on Debian and Ubuntu:
#   apt-get install flite sox
# The same versions of both write the same bytes again: sox runs with -R (repeatable random numbers,
# so the line noise is the same each time) and -D (no dither).
#
# A script is a list of `speaker: text` lines, speaker being agent or customer. Lines that begin
# with # direct the recording:
#   # call: NAME                     name of the file that is written, without its ending
#   # layout: stereo | mono | pair   stereo: agent left, customer right; mono: both on one track;
#                                    pair: NAME-agent.wav and NAME-caller.wav on the same clock
#   # encoding: mu-law | pcm16       how the WAV file keeps its samples (always 8 kHz)
#   # agent_voice: VOICE STRETCH PITCH LEVEL   flite voice, slowness (1 = as recorded, less is
#   # customer_voice: ...                      faster), shift in cents, peak level in dB
#   # gap: SECONDS                   pause before the next turn; negative: it begins before the
#                                    other party has finished
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
rate=8000
lead=2400 # 0.3 seconds of line noise before the first word and after the last
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
  command -v "$1" > /dev/null || {
    echo "make-calls: $1 is missing. Install it: apt-get install flite sox" >&2
    exit 1
  }
}

# The value of a `# key: value` line of a script.
direction() {
  sed -n "s/^# $2: *//p" "$1" | head -1
}

# speak TEXT VOICE STRETCH PITCH LEVEL FILE: one turn as it sounds on a telephone.
speak() {
  flite -voice "$2" --setf duration_stretch="$3" -t "$1" -o "$work/raw.wav"
  sox -D -R "$work/raw.wav" -r $rate -c 1 -b 16 "$6" gain -6 \
    silence 1 0.005 0.05% reverse silence 1 0.005 0.05% reverse \
    pitch "$4" rate $rate sinc 250-3500 gain -n "$5"
}

# noise SAMPLES SEED_SKIP FILE: light line noise, about -52 dB; different on each track because
# it begins at another place of the same repeatable sequence.
noise() {
  sox -D -R -n -r $rate -c 1 -b 16 "$3" synth "$(($1 + $2))s" pinknoise vol 0.012 trim "$2s"
}

# Lays the turns of a script out in time: writes $work/agent.wav and $work/customer.wav.
perform() {
  local script=$1 turn=0 end=$lead gap='' line party start length file
  local -A cursor=([agent]=0 [customer]=0) tracks=([agent]='' [customer]='') voice
  voice[agent]=$(direction "$script" agent_voice)
  voice[customer]=$(direction "$script" customer_voice)
  while IFS= read -r line; do
    case $line in
      '# gap: '*) gap=${line#'# gap: '}; continue ;;
      agent:* | customer:*) ;;
      *) continue ;;
    esac
    party=${line%%:*}
    turn=$((turn + 1))
    file=$work/turn-$turn.wav
    # shellcheck disable=SC2086 # a voice is four words on purpose
    speak "${line#*: }" ${voice[$party]} "$file"
    length=$(soxi -s "$file")
    # Answers come after 0.2 to 0.6 s unless the script says otherwise, as between people.
    [[ -n $gap ]] || gap=0.$((20 + turn * 17 % 41))
    [[ $turn -gt 1 ]] || gap=0
    start=$((end + $(awk -v s="$gap" -v r=$rate 'BEGIN { printf "%d", s * r }')))
    if ((start < cursor[$party])); then
      echo "make-calls: $script: turn $turn would begin before its speaker has finished" >&2
      exit 1
    fi
    sox -D "$file" "$work/placed-$turn.wav" pad "$((start - cursor[$party]))s"
    tracks[$party]+=" $work/placed-$turn.wav"
    cursor[$party]=$((start + length))
    end=$((end > cursor[$party] ? end : cursor[$party]))
    gap=''
  done < "$script"
  local total=$((end + lead)) skip=0
  for party in agent customer; do
    # shellcheck disable=SC2086 # a list of files without spaces
    sox -D ${tracks[$party]} "$work/dry.wav" pad 0 "$((total - cursor[$party]))s"
    noise $total $skip "$work/noise.wav"
    sox -D -m -v 1 "$work/dry.wav" -v 1 "$work/noise.wav" "$work/$party.wav"
    skip=$((skip + 20011))
  done
}

# Writes the tracks as the script asks for.
record() {
  local script=$1 name layout format
  name=$here/calls/$(direction "$script" call)
  layout=$(direction "$script" layout)
  case $(direction "$script" encoding) in
    mu-law) format='-e mu-law -b 8' ;;
    pcm16) format='-e signed-integer -b 16' ;;
    *) echo "make-calls: $script: encoding must be mu-law or pcm16" >&2; exit 1 ;;
  esac
  # shellcheck disable=SC2086 # the format is a list of options
  case $layout in
    stereo) sox -D -M "$work/agent.wav" "$work/customer.wav" $format "$name.wav" ;;
    mono) sox -D -m -v 1 "$work/agent.wav" -v 1 "$work/customer.wav" $format "$name.wav" ;;
    pair)
      sox -D "$work/agent.wav" $format "$name-agent.wav"
      sox -D "$work/customer.wav" $format "$name-caller.wav"
      ;;
    *) echo "make-calls: $script: layout must be stereo, mono or pair" >&2; exit 1 ;;
  esac
}

need flite
need sox
mkdir -p "$here/calls"
if [[ $# -eq 0 ]]; then
  set -- "$here"/scripts/*.md
fi
for script in "$@"; do
  script=$here/scripts/$(basename "$script" .md).md
  echo "make-calls: $(basename "$script")" >&2
  perform "$script"
  record "$script"
done
