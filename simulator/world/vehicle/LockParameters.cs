namespace SwapEdge.Simulator;

/// <summary>Bolts of a lock and their switches; see parameters/lock for the numbers.</summary>
public sealed record LockParameters
{
    /// <summary>Three seconds from end to end.</summary>
    public static LockParameters Bolt { get; } = Of(ParameterRoles.Lock.Shipped("bolt-3s"));

    /// <summary>Time of the slowest point from end to end, when new.</summary>
    public required int TravelMs { get; init; }

    /// <summary>Each further point is so much faster than the one before it.</summary>
    public required int StaggerMs { get; init; }

    /// <summary>How long the contact of an end switch bounces when it closes.</summary>
    public required int BounceMs { get; init; }

    /// <summary>While it bounces, it changes after this time.</summary>
    public required int BounceChangeMs { get; init; }

    /// <summary>Share by which a point gets slower with each travel.</summary>
    public required double WearPerMove { get; init; }

    /// <summary>Tries that free a frozen point.</summary>
    public required int IceTries { get; init; }

    /// <summary>How long a frozen point must be driven for one try.</summary>
    public required int IceTryMs { get; init; }

    /// <summary>Air above this temperature frees it too.</summary>
    public required double IceMeltsC { get; init; }

    public required int IceMeltsMs { get; init; }

    public static LockParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new LockParameters
        {
            TravelMs = set.Count("travel"),
            StaggerMs = set.Count("stagger"),
            BounceMs = set.Count("bounce"),
            BounceChangeMs = set.Count("bounce-change"),
            WearPerMove = set.Number("wear-per-move"),
            IceTries = set.Count("ice-tries"),
            IceTryMs = set.Count("ice-try"),
            IceMeltsC = set.Number("ice-melts"),
            IceMeltsMs = set.Count("ice-melts-after"),
        };
    }
}
