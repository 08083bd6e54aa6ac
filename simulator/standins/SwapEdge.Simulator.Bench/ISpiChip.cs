namespace SwapEdge.Simulator;

/// <summary>A chip on an SPI bus, byte by byte.</summary>
public interface ISpiChip
{
    /// <summary>Whether it understands a clock of that mode and frequency: most do in modes 0 and 3.</summary>
    bool Follows(int mode, int clockHz) => mode is 0 or 3 && clockHz <= 10_000_000;

    /// <summary>A transfer begins.</summary>
    void SelectFalls();

    /// <summary>Takes a byte and gives the one that left meanwhile; null while it leaves the line alone.</summary>
    byte? Exchange(byte received);

    /// <summary>The transfer is over.</summary>
    void SelectRises();
}
