# What the servers beside it share: they end with the shell that began them, or when the file `end` appears in their folder.
# To be sourced with the server's name for messages.
server_name=$1
parent=$PPID
daemons=()

# Ends all daemons that were begun, and the script.
finish() {
    for daemon in "${daemons[@]}"; do kill -KILL "$daemon" 2>/dev/null; done
    wait 2>/dev/null
    exit "$1"
}

# Says why the server cannot be had.
give_up() {
    echo "$server_name: $1"
    finish 77
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

wait_for_end() {
    while kill -0 "$parent" 2>/dev/null && [ ! -e end ]; do sleep 0.2; done
}
