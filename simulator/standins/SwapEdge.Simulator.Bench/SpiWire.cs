namespace SwapEdge.Simulator;

/// <summary>One chip select and the chips behind it.</summary>
public sealed class SpiWire
{
    private readonly List<ISpiChip> _chips = [];

    /// <summary>What a line that no chip drives reads: 0xFF with a pull-up, 0x00 when it is shorted.</summary>
    public byte Idle { get; set; } = 0xFF;

    /// <summary>The wire is cut: no chip hears or answers.</summary>
    public bool Cut { get; set; }

    /// <summary>The line from the chips is cut: they hear and are not heard.</summary>
    public bool AnswersCut { get; set; }

    /// <summary>Transfers since start: what a driver costs.</summary>
    public int Transfers { get; private set; }

    public void Attach(ISpiChip chip) => _chips.Add(chip);

    /// <summary>One transfer, from select to deselect; what is read goes into the same bytes.</summary>
    /// <param name="bytes">What is sent, and then what was read.</param>
    /// <param name="mode">Of the clock, 0 to 3: chips that do not follow hear nothing and leave the line alone.</param>
    /// <param name="clockHz">Its frequency.</param>
    public void Transfer(Span<byte> bytes, int mode = 3, int clockHz = 1_000_000)
    {
        Transfers++;
        int chips = Cut ? 0 : _chips.Count;
        for (int chip = 0; chip < chips; chip++)
        {
            if (!_chips[chip].Follows(mode, clockHz))
            {
                bytes.Fill(Idle);
                return;
            }

            _chips[chip].SelectFalls();
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            byte read = Idle;
            for (int chip = 0; chip < chips; chip++)
            {
                byte? answer = _chips[chip].Exchange(bytes[i]);
                read = AnswersCut ? read : answer ?? read;
            }

            bytes[i] = read;
        }

        for (int chip = 0; chip < chips; chip++)
        {
            _chips[chip].SelectRises();
        }
    }
}
