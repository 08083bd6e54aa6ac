namespace SwapEdge.Simulator;

/// <summary>A chip on an SPI bus, byte by byte, mode 0.</summary>
public interface ISpiChip
{
    /// <summary>A transfer begins.</summary>
    void SelectFalls();

    /// <summary>Takes a byte and gives the one that left meanwhile; null while it leaves the line alone.</summary>
    byte? Exchange(byte received);

    /// <summary>The transfer is over.</summary>
    void SelectRises();
}
