namespace SwapEdge.Simulator;

/// <summary>One option for each <see cref="Outside"/>: what the world beside the plant is like in a pass.</summary>
public readonly record struct Letter(ulong Bits)
{
    public const int Outsides = 16;
    private const int Width = 4;
    private const ulong Mask = (1UL << Width) - 1;

    /// <summary>The usual option of everything.</summary>
    public static Letter Usual => default;

    public int this[Outside outside] => (int)(Bits >> ((int)outside * Width) & Mask);

    public Letter With(Outside outside, int option) =>
        new((Bits & ~(Mask << ((int)outside * Width))) | (ulong)option << ((int)outside * Width));

    /// <summary>Only people are other than usual, and only with the confirm button.</summary>
    public bool IsWilling => this == Usual || this == Usual.With(Outside.Person, (int)Person.Confirms);

    /// <summary>The options that are not the usual ones, in words.</summary>
    public string Words()
    {
        List<string> words = [];
        for (int i = 0; i < Letter.Outsides; i++)
        {
            int option = this[(Outside)i];
            if (option != 0)
            {
                words.Add(OutsideWords.Of((Outside)i, option));
            }
        }

        return string.Join(", ", words);
    }
}
