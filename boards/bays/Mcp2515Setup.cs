using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// What an MCP2515 is told in configuration mode, as three WRITE instructions of twelve registers each. One that
    /// wants up to six identifiers exactly puts two before its first receive buffer, which rolls over into the second,
    /// and four before the second; with care for fewer bits the filters take whole groups.
    /// </summary>
    public sealed class Mcp2515Setup
    {
        /// <summary>All bits of an extended identifier.</summary>
        public const uint Exactly = 0x1FFFFFFF;

        /// <summary>The group number of a J1939 identifier, without priority and sender.</summary>
        public const uint Group = 0x00FFFF00;

        private const byte Write = 0x02;
        private const byte Extended = 0x08;
        private const byte InterruptOnReceive = 0x03;

        /// <summary>RXF0 to 2, RXF3 to 5, RXM0 and 1 with CNF3, 2, 1 and CANINTE behind them.</summary>
        public readonly byte[][] Blocks = { new byte[14], new byte[14], new byte[14] };

        /// <param name="kbit">Bit rate: 125, 250 or 500.</param>
        /// <param name="crystalMhz">Of the chip: 8 or 16.</param>
        /// <param name="care">Bits of an identifier that count; 0: every extended frame is taken.</param>
        /// <param name="ids">The extended identifiers to take, 1 to 6.</param>
        public Mcp2515Setup(int kbit, int crystalMhz, uint care, uint[] ids)
        {
            for (int i = 0; i < 6; i++)
            {
                // A filter without an identifier of its own repeats one that its buffer takes anyway.
                uint id = ids[i < ids.Length ? i : i < 2 || ids.Length < 3 ? 0 : 2];
                byte[] block = Blocks[i / 3];
                Put(id, Extended, block, 2 + (i % 3 * 4));
            }

            Put(care, 0, Blocks[2], 2);
            Put(care, 0, Blocks[2], 6);
            int row = Mcp2515Timing.Find(kbit, crystalMhz);
            Blocks[2][10] = (byte)Mcp2515Timing.Rows[row + 2];
            Blocks[2][11] = (byte)Mcp2515Timing.Rows[row + 1];
            Blocks[2][12] = (byte)Mcp2515Timing.Rows[row];
            Blocks[2][13] = InterruptOnReceive;
            for (int i = 0; i < 3; i++)
            {
                Blocks[i][0] = Write;
                Blocks[i][1] = (byte)(i << 4);
            }
        }

        /// <summary>An extended identifier in the four registers SIDH, SIDL, EID8, EID0.</summary>
        internal static void Put(uint id, int flag, byte[] into, int at)
        {
            into[at] = (byte)(id >> 21);
            into[at + 1] = (byte)(((id >> 13) & 0xE0) | ((id >> 16) & 0x03) | (uint)flag);
            into[at + 2] = (byte)(id >> 8);
            into[at + 3] = (byte)id;
        }

        /// <summary>A frame as a transmit buffer has it, from SIDH on.</summary>
        internal static void Put(CanFrame frame, byte[] into, int at)
        {
            Put(frame.Extended ? frame.Id : frame.Id << 18, frame.Extended ? Extended : 0, into, at);
            into[at + 4] = (byte)frame.Length;
            System.Array.Copy(frame.Data, 0, into, at + 5, 8);
        }

        /// <summary>A frame as a receive buffer has it; false for one that asks for another and has no bytes.</summary>
        internal static bool Get(byte[] from, int at, CanFrame into)
        {
            int low = from[at + 1];
            uint id = ((uint)from[at] << 3) | ((uint)low >> 5);
            into.Extended = (low & Extended) != 0;
            into.Id = into.Extended
                ? (id << 18) | (((uint)low & 3) << 16) | ((uint)from[at + 2] << 8) | from[at + 3]
                : id;
            int length = from[at + 4] & 0x0F;
            into.Length = length > 8 ? 8 : length;
            for (int i = 0; i < 8; i++)
            {
                into.Data[i] = i < into.Length ? from[at + 5 + i] : (byte)0;
            }

            return into.Extended ? (from[at + 4] & 0x40) == 0 : (low & 0x10) == 0;
        }
    }
}
