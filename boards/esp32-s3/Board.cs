using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Esp32S3
{
    /// <summary>A lane node: six expanders on one chip select, two adapters.</summary>
    public sealed class Board : NodeBoard
    {
        private const int Expanders = 6;

        // Lines, bank by bank: the pins, then the expanders by their address.
        private const int Panel = Lines.Bank;
        private const int Positions = Panel + Lines.Bank + 12;
        private const int PositionLines = 36;
        private const int Codes = 5 * Lines.Bank;
        private const int Drives = 6 * Lines.Bank;
        private const int DriveLines = 14;

        public Board()
            : base("esp32-s3")
        {
            GpioController controller = new GpioController();
            Heartbeat = new PinHeartbeat(controller, Pins.Heartbeat);
            Configuration.SetPinFunction(Pins.SpiClock, DeviceFunction.SPI1_CLOCK);
            Configuration.SetPinFunction(Pins.SpiMosi, DeviceFunction.SPI1_MOSI);
            Configuration.SetPinFunction(Pins.SpiMiso, DeviceFunction.SPI1_MISO);
            int[] heard = { Pins.HeartbeatHeard };
            ILineBank[] banks = new ILineBank[1 + Expanders];
            banks[0] = new PinLines(controller, heard, new PinMode[] { PinMode.InputPullDown }, new int[0]);
            System.Device.Spi.SpiDevice expanders = SpiChip.Open(1, Pins.LinesSelect);
            for (int i = 0; i < Expanders; i++)
            {
                banks[1 + i] = new Mcp23s17(expanders, i, i == 4 ? 0x00FF : i == 5 ? 0x3FFF : 0);
            }

            // Reading sets the expanders up: no request.
            Lines = new Lines(banks);
            Lines.Refresh();
            HeartbeatHeard = 0;
            Chip = new ClockChip(SpiChip.Open(1, Pins.ClockSelect));
            Profiles = LaneProfiles.All();
        }

        public override bool Fits(NodeSettings settings)
        {
            SwapProfile profile = settings.Profile;
            return settings.Kind == NodeKind.Lane
                && profile.Packs * (LaneLine.LockPoints + 2 * profile.LockPoints) <= PositionLines;
        }

        public override NodePorts Open(NodeSettings settings)
        {
            Configuration.SetPinFunction(Pins.PackBusTx, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(Pins.PackBusRx, DeviceFunction.COM2_RX);
            Configuration.SetPinFunction(Pins.LinkTx, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(Pins.LinkRx, DeviceFunction.COM3_RX);
            SlcanBus pack = new SlcanBus("COM2", 921600, 4096, Slcan.Rate250Kbit, false, 256);
            SlcanBus link = new SlcanBus("COM3", 921600, 4096, Slcan.Rate250Kbit, false, 64);
            Pumps = new IPump[] { pack, link };
            Buses = new BusHealth[] { pack.Health, link.Health };

            int each = LaneLine.LockPoints + 2 * settings.Profile.LockPoints;
            int[][] positions = new int[settings.Profile.Packs][];
            for (int i = 0; i < positions.Length; i++)
            {
                positions[i] = Row(Positions, i * each, each);
            }

            LanePorts ports = new LanePorts();
            ports.Lane = new LaneIo(
                Lines, Row(Panel, 0, LaneLine.Count), positions, Row(Drives, 0, DriveLines), Row(Codes, 0, 5),
                Row(Codes, 5, 3));
            ports.PackBus = pack;
            ports.Link = link;
            return ports;
        }

        /// <summary>Lines of expanders that follow each other, sixteen of each.</summary>
        private static int[] Row(int begin, int skip, int count)
        {
            int[] row = new int[count];
            for (int i = 0; i < count; i++)
            {
                int at = (begin & (Lines.Bank - 1)) + skip + i;
                row[i] = (begin & ~(Lines.Bank - 1)) + at / 16 * Lines.Bank + at % 16;
            }

            return row;
        }
    }
}
