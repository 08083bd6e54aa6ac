namespace SwapEdge.Simulator;

/// <summary>What a pack has lost by use and by time. Reckoned once a minute.</summary>
/// <param name="law">How fast.</param>
/// <param name="health">What it holds against new, at the beginning: half lost by use, half by time.</param>
/// <param name="cycles">Full cycles of its life so far.</param>
internal sealed class PackWear(Ageing law, double health, int cycles)
{
    private const double GrainSeconds = 60;

    private double _byUse = (1 - health) / 2;
    private double _byTime = (1 - health) / 2;
    private double _pendingSeconds;
    private double _pendingCycles;

    /// <summary>Share of its capacity.</summary>
    public double Lost => _byUse + _byTime;

    public double Cycles { get; private set; } = cycles;

    public void Advance(double seconds, double cycles, double temperatureC)
    {
        _pendingSeconds += seconds;
        _pendingCycles += cycles;
        if (_pendingSeconds < GrainSeconds)
        {
            return;
        }

        Cycles += _pendingCycles;
        _byUse = _pendingCycles > 0 ? law.AfterCycles(_byUse, _pendingCycles, temperatureC) : _byUse;
        _byTime = law.AfterTime(_byTime, _pendingSeconds, temperatureC);
        _pendingSeconds = 0;
        _pendingCycles = 0;
    }
}
