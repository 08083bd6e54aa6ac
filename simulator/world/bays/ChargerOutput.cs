namespace SwapEdge.Simulator;

/// <summary>
/// What comes out of a charger: follows the demanded current upwards by a ramp, and takes less where its own current or
/// power, or the demanded voltage, ends (constant current, constant power, constant voltage). The output contactor is
/// closed while it charges, and until the current is gone.
/// </summary>
internal sealed class ChargerOutput(ChargerParameters parameters)
{
    private const double EmptyA = 5;

    /// <summary>A steady current is looked after so often; one that changes, in each step.</summary>
    public const int ControlMs = 50;

    private double _wantedA;
    private int _sinceMs;

    /// <summary>The current is as it is wanted.</summary>
    public bool Steady => CurrentA == _wantedA;

    public bool ContactorClosed { get; private set; }

    /// <summary>Once closed, it does not open.</summary>
    public bool ContactorWelds { get; set; }

    public double CurrentA { get; private set; }

    /// <summary>Energy given in this session.</summary>
    public double EnergyWh { get; private set; }

    /// <summary>Energy given since start.</summary>
    public double GivenWh { get; private set; }

    /// <summary>Energy taken from the grid since start.</summary>
    public double GridWh { get; private set; }

    /// <summary>How long this session has charged.</summary>
    public long ChargingMs { get; private set; }

    /// <summary>A session begins.</summary>
    public void Begin()
    {
        EnergyWh = 0;
        ChargingMs = 0;
    }

    public void Advance(int milliseconds, bool charging, double demandV, double demandA, Pack? pack)
    {
        bool charges = charging && pack is { RelaysClosed: true };
        _sinceMs += milliseconds;
        if (charges == (ContactorClosed && !ContactorWelds) && CurrentA == _wantedA && _sinceMs < ControlMs)
        {
            return;
        }

        int sinceMs = _sinceMs;
        _sinceMs = 0;
        Count(pack, sinceMs);
        _wantedA = 0;
        if (charges)
        {
            double mostA = pack!.VoltageV < parameters.MinVoltageV ? 0
                : Math.Min(parameters.MaxCurrentA, parameters.MaxPowerW / pack.VoltageV);
            double mostV = Math.Min(demandV, parameters.MaxVoltageV);
            _wantedA = Math.Clamp(Math.Min(demandA, mostA), 0, Math.Max(pack.CurrentAtVoltage(mostV), 0));
            ContactorClosed = true;
            ChargingMs += sinceMs;
        }

        CurrentA = CurrentA < _wantedA
            ? Math.Min(CurrentA + (parameters.RampAPerS * sinceMs / 1000), _wantedA)
            : Math.Max(CurrentA - (parameters.StopAPerS * sinceMs / 1000), _wantedA);
        if (pack is null || !pack.RelaysClosed)
        {
            CurrentA = 0;
        }

        if (!charges && CurrentA < EmptyA)
        {
            CurrentA = 0;
            ContactorClosed = ContactorClosed && ContactorWelds;
        }
    }

    /// <summary>What went out, and what came in for it, at the current of the time that is over.</summary>
    private void Count(Pack? pack, int milliseconds)
    {
        double powerW = CurrentA * (pack?.VoltageV ?? 0);
        EnergyWh += powerW * milliseconds / 3_600_000;
        GivenWh += powerW * milliseconds / 3_600_000;
        GridWh += ((powerW / parameters.Efficiency) + parameters.StandbyW) * milliseconds / 3_600_000;
    }
}
