namespace SwapEdge.Simulator;

/// <summary>
/// The wires behind the numbers of a board's digital lines, bank after bank as its drivers have them. A contact at an
/// expander joins its wire to ground; one at a pin joins it to the supply, and a resistor holds it low otherwise.
/// </summary>
public sealed class LineWires
{
    /// <summary>As Lines of boards numbers them: bank * 32 + line.</summary>
    private const int Bank = 32;

    private readonly List<(IReadOnlyList<PinWire> Wires, bool ToGround)> _banks = [];

    /// <summary>The next bank: pins, the inputs first.</summary>
    public LineWires WithPins(Bench bench, IEnumerable<int> pins)
    {
        ArgumentNullException.ThrowIfNull(bench);
        _banks.Add(([.. pins.Select(bench.Pin)], false));
        return this;
    }

    /// <summary>The next bank: an expander.</summary>
    public LineWires WithExpander(Mcp23s17Chip chip)
    {
        ArgumentNullException.ThrowIfNull(chip);
        _banks.Add((chip.Pins, true));
        return this;
    }

    /// <summary>A contact is closed or open. A line below 0 is wired to nothing.</summary>
    public void Set(int line, bool closed)
    {
        if (line < 0)
        {
            return;
        }

        (IReadOnlyList<PinWire> wires, bool toGround) = _banks[line / Bank];
        PinWire wire = wires[line % Bank];
        bool? level = !toGround ? closed : closed ? false : null;
        if (wire.Outside != level)
        {
            wire.Outside = level;
        }
    }

    /// <summary>Spells a number, the first line its lowest bit.</summary>
    public void SetCode(ReadOnlySpan<int> lines, int code)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Set(lines[i], (code >> i & 1) != 0);
        }
    }

    /// <summary>What the coils are fed with.</summary>
    public bool Supplied { get; set; } = true;

    /// <summary>A coil gets current: its output is driven high, and there is supply.</summary>
    public bool On(int line) =>
        Supplied && line >= 0 && _banks[line / Bank].Wires[line % Bank] is { Driven: not null, Level: true };

    /// <summary>The number that outputs spell, the first its lowest bit.</summary>
    public int Code(ReadOnlySpan<int> lines)
    {
        int code = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            code |= On(lines[i]) ? 1 << i : 0;
        }

        return code;
    }
}
