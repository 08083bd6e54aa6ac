using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>A bay node for two bays.</summary>
    public sealed class Board : NodeBoard
    {
        // Lines of the controller's own pins, then those of the expander.
        private const int Permit1 = 1;
        private const int Permit2 = 2;
        private const int Expander = Lines.Bank;

        public Board()
            : base("esp32-wrover")
        {
            GpioController controller = new GpioController();
            Heartbeat = new PinHeartbeat(controller, Pins.Heartbeat);
            PinLines pins = new PinLines(
                controller,
                new int[] { Pins.HeartbeatHeard },
                new PinMode[] { PinMode.Input },
                new int[] { Pins.Bay1ChargePermit, Pins.Bay2ChargePermit });
            Configuration.SetPinFunction(Pins.SpiClock, DeviceFunction.SPI1_CLOCK);
            Configuration.SetPinFunction(Pins.SpiMosi, DeviceFunction.SPI1_MOSI);
            Configuration.SetPinFunction(Pins.SpiMiso, DeviceFunction.SPI1_MISO);
            Lines = new Lines(new ILineBank[] { pins, new Mcp23s17(SpiChip.Open(1, Pins.LinesSelect), 0, 0) });
            Lines.Refresh();
            HeartbeatHeard = 0;
            Chip = new ClockChip(SpiChip.Open(1, Pins.ClockSelect));
        }

        public override bool Fits(NodeSettings settings)
        {
            return settings.Kind == NodeKind.Bays && settings.Bays.Length <= 2;
        }

        public override NodePorts Open(NodeSettings settings)
        {
            Configuration.SetPinFunction(Pins.Bay1BusTx, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(Pins.Bay1BusRx, DeviceFunction.COM2_RX);
            Configuration.SetPinFunction(Pins.Bay2BusTx, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(Pins.Bay2BusRx, DeviceFunction.COM3_RX);
            SlcanBus bay1 = new SlcanBus("COM2", 921600, 4096, Slcan.Rate250Kbit, true, 64);
            SlcanBus bay2 = new SlcanBus("COM3", 921600, 4096, Slcan.Rate250Kbit, true, 64);
            Mcp2515Setup setup = new Mcp2515Setup(250, 16, Mcp2515Setup.Group, LinkGroups.OfBays);
            Mcp2515 link = new Mcp2515(SpiChip.Open(1, Pins.LinkSelect), setup, 32);
            Pumps = new IPump[] { bay1, bay2, link };
            Buses = new BusHealth[] { bay1.Health, bay2.Health, link.Health };

            // By PlaceLine: pack present, bay clear, contactor open, smoke loop closed, charge permit, selected.
            int[][] bays =
            {
                new int[] { Expander, Expander + 1, Expander + 2, Expander + 3, Permit1, Expander + 4 },
                new int[] { Expander + 8, Expander + 9, Expander + 10, Expander + 11, Permit2, Expander + 12 },
            };
            int[] panel = { Expander + 5, Expander + 6, Expander + 13, Expander + 14, Expander + 15 };
            BayPorts ports = new BayPorts();
            ports.Bays = new BayIo(Lines, bays, panel);
            ports.ChargerBuses = new ICanBus[] { bay1, bay2 };
            ports.Link = link;
            return ports;
        }
    }
}
