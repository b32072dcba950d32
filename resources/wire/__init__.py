"""Pure functions between bytes on a wire and values: no store, no sockets, no clock."""
