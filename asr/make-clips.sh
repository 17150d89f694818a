#!/usr/bin/env bash
# Speaks the clips on which speech models are tried before they are used, one for each language that
# has one: 16-bit samples at 16 kHz without a header.
#
# Needs flite 2.2, espeak-ng 1.51 and sox 14.4; on Debian and Ubuntu: apt-get install flite espeak-ng sox
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
clips="$here/src/main/resources/io/earshot/asr/model"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

clip() { sox -R -D "$work/$1.wav" -t raw -e signed -b 16 -r 16000 -c 1 "$clips/clip-$1.pcm" pad 0.2 0.2; }

flite -voice slt -t "thank you for calling how can i help you" -o "$work/en.wav"
clip en
espeak-ng -v cmn -s 190 -w "$work/zh.wav" "您好请问有什么可以帮您"
clip zh
