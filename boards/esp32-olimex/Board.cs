using System.Device.Gpio;
using System.Device.Spi;
using nanoFramework.Hardware.Esp32;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Esp32Olimex
{
    /// <summary>A cabinet of up to eight doors: six expanders on one chip select, an RS485 line, history on a card.
    /// </summary>
    public sealed class Board : NodeBoard
    {
        private const int Doors = 8;
        private const int DoorExpanders = 4;

        // Of each port of a door expander: six inputs, then charge permit and latch.
        private const int DoorLines = 8;
        private const int DoorOutputs = 0xC0C0;

        private const int Panel = DoorExpanders * Lines.Bank;
        private const int PanelLines = 12;
        private const int Signs = Panel + Lines.Bank;
        private const int DriveLines = 14;

        // BMS line selection, behind the signs.
        private const int Select = Signs + 8;

        public Board()
            : base("esp32-olimex")
        {
            Root = "D:\\";
            StoreBytes = 1 << 30;
            Heartbeat = new PinHeartbeat(new GpioController(), Pins.Heartbeat);
            Configuration.SetPinFunction(Pins.SpiClock, DeviceFunction.SPI1_CLOCK);
            Configuration.SetPinFunction(Pins.SpiMosi, DeviceFunction.SPI1_MOSI);
            Configuration.SetPinFunction(Pins.SpiMiso, DeviceFunction.SPI1_MISO);
            SpiDevice expanders = SpiChip.Open(1, Pins.LinesSelect);
            ILineBank[] banks = new ILineBank[DoorExpanders + 2];
            for (int i = 0; i < banks.Length; i++)
            {
                banks[i] = new Mcp23s17(
                    expanders, i, i < DoorExpanders ? DoorOutputs : i == DoorExpanders ? 0 : 0x07FF);
            }

            // Reading sets the expanders up: no request.
            Lines = new Lines(banks);
            Lines.Refresh();
            HeartbeatHeard = Panel + PanelLines;
            Profiles = new SwapProfile[] { BatteryCabinet.Profile() };
        }

        public override bool Fits(NodeSettings settings)
        {
            return settings.Kind == NodeKind.Cabinet && settings.Bays.Length <= Doors;
        }

        public override NodePorts Open(NodeSettings settings)
        {
            Configuration.SetPinFunction(Pins.PackLineTx, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(Pins.PackLineRx, DeviceFunction.COM2_RX);
            Rs485Line line = new Rs485Line("COM2", 9600);
            Pumps = new IPump[] { line };

            // By PlaceLine: pack present, bay clear, contactor open, smoke loop closed, charge permit, selected, latch
            // closed, latch.
            int[][] doors = new int[Doors][];
            for (int i = 0; i < Doors; i++)
            {
                int first = i / 2 * Lines.Bank + i % 2 * DoorLines;
                doors[i] = new int[]
                {
                    first, first + 1, first + 2, first + 3, first + 6, first + 4, first + 5, first + 7,
                };
            }

            int[] panel = new int[PanelLines];
            for (int i = 0; i < PanelLines; i++)
            {
                panel[i] = Panel + i;
            }

            // The drives that tell people something, from HoldVehicle on; those that move are the doors' latches.
            int[] signs = new int[DriveLines];
            for (int i = 0; i < DriveLines; i++)
            {
                signs[i] = i < 8 || i == 12 ? Lines.None : Signs + i - 8;
            }

            CabinetPorts ports = new CabinetPorts();
            ports.Cabinet = new CabinetIo(Lines, panel, doors, signs, new int[] { Select, Select + 1, Select + 2 });
            ports.PackLine = line;
            return ports;
        }
    }
}
