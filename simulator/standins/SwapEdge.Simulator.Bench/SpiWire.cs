namespace SwapEdge.Simulator;

/// <summary>One chip select and the chips behind it.</summary>
public sealed class SpiWire
{
    private readonly List<ISpiChip> _chips = [];

    /// <summary>What a line that no chip drives reads: 0xFF with a pull-up, 0x00 when it is shorted.</summary>
    public byte Idle { get; set; } = 0xFF;

    /// <summary>The wire is cut: no chip hears or answers.</summary>
    public bool Cut { get; set; }

    /// <summary>Transfers since start: what a driver costs.</summary>
    public int Transfers { get; private set; }

    public void Attach(ISpiChip chip) => _chips.Add(chip);

    /// <summary>One transfer, from select to deselect; what is read goes into the same bytes.</summary>
    public void Transfer(Span<byte> bytes)
    {
        Transfers++;
        IEnumerable<ISpiChip> chips = Cut ? [] : _chips;
        foreach (ISpiChip chip in chips)
        {
            chip.SelectFalls();
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            byte read = Idle;
            foreach (ISpiChip chip in chips)
            {
                read = chip.Exchange(bytes[i]) ?? read;
            }

            bytes[i] = read;
        }

        foreach (ISpiChip chip in chips)
        {
            chip.SelectRises();
        }
    }
}
