using System.Device.Spi;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Sixteen lines on an MCP23S17 (datasheet DS20001952); up to eight share a chip select by address. An input has
    /// its pull-up and is inverted: a contact to ground says that the thing is so, a broken wire that it is not. One
    /// transfer reads all 22 registers, so a chip that is not there, has been reset, or has an output that is held
    /// from outside is found in the same pass: then no input counts, no output is asked for, and it is set up anew.
    /// </summary>
    public sealed class Mcp23s17 : ILineBank
    {
        // Registers of port A with IOCON.BANK 0; port B's follows each.
        private const int Direction = 0x00;
        private const int Inversion = 0x02;
        private const int ControlOfBanks = 0x05;
        private const int Control = 0x0A;
        private const int PullUp = 0x0C;
        private const int Levels = 0x12;
        private const int Latch = 0x14;
        private const int Registers = 0x16;

        private const byte Opcode = 0x40;

        /// <summary>IOCON with HAEN in both its places: the address pins count.</summary>
        private const int Addressed = 0x0808;

        private readonly SpiDevice _device;
        private readonly int _opcode;
        private readonly int _outputs;
        private readonly int _inputs;
        private readonly byte[] _word = new byte[4];
        private readonly byte[] _ask = new byte[2 + Registers];
        private readonly byte[] _answer = new byte[2 + Registers];
        private int _levels;
        private int _driven;
        private bool _sound;

        /// <summary>Readings in which it was not as it should be.</summary>
        public int Failures;

        /// <param name="device">Chip select, shared by all with an address on it.</param>
        /// <param name="address">As its pins A2 to A0 are wired, 0 to 7.</param>
        /// <param name="outputs">Which lines are outputs; the others are inputs.</param>
        public Mcp23s17(SpiDevice device, int address, int outputs)
        {
            _device = device;
            _opcode = Opcode | (address << 1);
            _outputs = outputs;
            _inputs = ~outputs & 0xFFFF;
            _ask[0] = (byte)(_opcode | 1);
        }

        public bool IsSound
        {
            get { return _sound; }
        }

        public bool MayDrive
        {
            get { return !_sound && _driven != 0; }
        }

        public int Read()
        {
            if (!_sound)
            {
                SetUp();
            }

            _device.TransferFullDuplex(_ask, _answer);
            int levels = Register(Levels);
            _sound = Register(Direction) == _inputs && Register(Inversion) == _inputs && Register(PullUp) == _inputs
                && Register(Control) == Addressed;
            if (_sound)
            {
                // It is there and as it was set up: what it says of its outputs counts.
                _driven = levels & _outputs;
                _sound = Register(Latch) == _levels && _driven == _levels;
            }

            if (!_sound)
            {
                Failures++;
                return 0;
            }

            return levels & _inputs;
        }

        public void Write(int levels)
        {
            levels &= _outputs;
            if (_sound && levels != _levels)
            {
                _levels = levels;
                _driven |= levels;
                Put(_opcode, Latch, levels);
            }
        }

        // With BANK set by a disturbance IOCON is elsewhere and a latch is in its place: so BANK goes first. Until HAEN
        // is set a chip listens to address 0, or with A2 high to 4. Outputs are low before they are outputs.
        private void SetUp()
        {
            Put(Opcode, ControlOfBanks, 0);
            Put(Opcode | 8, ControlOfBanks, 0);
            Put(_opcode, ControlOfBanks, 0);
            Put(Opcode, Control, Addressed);
            Put(Opcode | 8, Control, Addressed);
            Put(_opcode, Control, Addressed);
            _levels = 0;
            Put(_opcode, Latch, 0);
            Put(_opcode, Inversion, _inputs);
            Put(_opcode, PullUp, _inputs);
            Put(_opcode, Direction, _inputs);
        }

        private int Register(int number)
        {
            return _answer[2 + number] | (_answer[3 + number] << 8);
        }

        private void Put(int opcode, int register, int value)
        {
            _word[0] = (byte)opcode;
            _word[1] = (byte)register;
            _word[2] = (byte)value;
            _word[3] = (byte)(value >> 8);
            _device.Write(_word);
        }
    }
}
