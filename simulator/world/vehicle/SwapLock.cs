namespace SwapEdge.Simulator;

/// <summary>
/// The lock of a pack on its vehicle: bolts that travel between two ends. Between the ends neither end's switch is
/// made. Opening needs the release of the safety chain; without a request the bolts stay where they are.
/// </summary>
public sealed class SwapLock
{
    /// <summary>Time from one end to the other.</summary>
    public const int TravelMs = 3_000;

    /// <summary>From 0, open, to <see cref="TravelMs"/>, closed.</summary>
    private int _placeMs = TravelMs;

    public bool Open => _placeMs <= 0;

    public bool Closed => _placeMs >= TravelMs;

    public void Advance(int milliseconds, bool unlock, bool close, bool releasePermitted)
    {
        if (unlock && releasePermitted && !close)
        {
            _placeMs = Math.Max(_placeMs - milliseconds, 0);
        }
        else if (close && !unlock)
        {
            _placeMs = Math.Min(_placeMs + milliseconds, TravelMs);
        }
    }
}
