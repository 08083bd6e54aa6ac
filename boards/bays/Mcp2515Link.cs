using System.Device.Spi;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// The instructions of an MCP2515 (datasheet DS20001801, section 12) that the driver needs, over arrays taken once.
    /// A transfer turns its arrays into SpanByte, on the device an object each; no buffer is made.
    /// </summary>
    internal sealed class Mcp2515Link
    {
        // Registers (section 11) and their bits.
        public const byte CanStat = 0x0E;
        public const byte CanCtrl = 0x0F;
        public const byte ErrorCounters = 0x1C;
        public const byte CanIntF = 0x2C;
        public const byte Eflg = 0x2D;
        public const byte Rxb0Ctrl = 0x60;
        public const byte Rollover = 0x04;
        public const int ErrorFlag = 0x20;
        public const int Overflowed = 0xC0;
        public const int BusOff = 0x20;
        public const byte ModeBits = 0xE0;
        public const byte Configuration = 0x80;
        public const byte ListenOnly = 0x60;
        public const byte Normal = 0x00;
        public const byte Abort = 0x10;

        private readonly SpiDevice _device;
        private readonly byte[] _shortOut = new byte[4];
        private readonly byte[] _shortIn = new byte[4];
        private readonly byte[] _longOut = new byte[14];
        private readonly byte[] _longIn = new byte[14];

        public Mcp2515Link(SpiDevice device)
        {
            _device = device;
        }

        public void Reset()
        {
            _device.WriteByte(0xC0);
        }

        public void Write(byte[] block)
        {
            _device.Write(block);
        }

        /// <summary>Registers are as a block wrote them; filters and masks only in configuration mode.</summary>
        public bool Holds(byte[] block)
        {
            _longOut[0] = 0x03;
            _longOut[1] = block[1];
            _device.TransferFullDuplex(_longOut, _longIn);
            bool same = true;
            for (int i = 2; i < block.Length; i++)
            {
                same &= _longIn[i] == block[i];
            }

            return same;
        }

        /// <summary>Two registers that follow each other, the first in the low byte.</summary>
        public int Pair(byte register)
        {
            _shortOut[0] = 0x03;
            _shortOut[1] = register;
            _device.TransferFullDuplex(_shortOut, _shortIn);
            return _shortIn[2] | (_shortIn[3] << 8);
        }

        public void Modify(byte register, int mask, int value)
        {
            _shortOut[0] = 0x05;
            _shortOut[1] = register;
            _shortOut[2] = (byte)mask;
            _shortOut[3] = (byte)value;
            _device.Write(_shortOut);
        }

        /// <summary>Reads and frees a receive buffer; false for a remote frame, which has no bytes.</summary>
        public bool Fetch(int buffer, CanFrame into)
        {
            _longOut[0] = (byte)(0x90 | (buffer << 2));
            _device.TransferFullDuplex(_longOut, _longIn);
            return Mcp2515Setup.Get(_longIn, 1, into);
        }

        /// <summary>Fills a transmit buffer and asks for its sending.</summary>
        public void Load(int buffer, CanFrame frame)
        {
            _longOut[0] = (byte)(0x40 | (buffer << 1));
            Mcp2515Setup.Put(frame, _longOut, 1);
            _device.Write(_longOut);
            _device.WriteByte((byte)(0x80 | (1 << buffer)));
        }
    }
}
