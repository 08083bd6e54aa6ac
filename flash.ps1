# Flashes a board. The boards have no drivers for their buses, store and uplink yet, so there is nothing to flash.
[Console]::Error.WriteLine('flash.ps1: flashing comes with the boards'' drivers; see boards/README.md.')
exit 1
