# Runs the server until it ends, or until the pipe on standard input closes because Earshot is gone.
# Arguments: the server's start script and the file for its process id.
exec 3<&0
bash "$1" -p "$2" </dev/null 3<&- &
server=$!
trap 'kill -TERM $server 2>/dev/null' TERM INT HUP
(
  trap - TERM INT HUP
  read -r nothing <&3
  kill -TERM $server 2>/dev/null
  left=150
  while [ $left -gt 0 ] && kill -0 $server 2>/dev/null; do
    sleep 0.1
    left=$((left - 1))
  done
  if kill -0 $server 2>/dev/null; then
    # It hangs. While its start script lives, the id in the file is its own.
    [ -f "$2" ] && kill -KILL "$(cat "$2")" 2>/dev/null
    kill -KILL $server 2>/dev/null
  fi
) &
watch=$!
exec 3<&-
wait $server
code=$?
# A signal ends the wait early: wait for the server itself.
while kill -0 $server 2>/dev/null; do
  wait $server
  code=$?
done
kill -TERM $watch 2>/dev/null
exit $code
