namespace SwapEdge.Simulator;

/// <summary>How drivers behave. Times in milliseconds, probabilities from 0 to 1.</summary>
public sealed record DriverParameters
{
    /// <summary>As they are.</summary>
    public static DriverParameters Usual { get; } = Of(ParameterRoles.Driver.Shipped("usual"));

    /// <summary>From the end of the lane to standing in the wheel guides.</summary>
    public required Spread RollingInMs { get; init; }

    /// <summary>From standing still.</summary>
    public required Spread HandbrakeMs { get; init; }

    /// <summary>From standing still.</summary>
    public required Spread NeutralMs { get; init; }

    /// <summary>From standing still.</summary>
    public required Spread KeyOffMs { get; init; }

    /// <summary>From being told to go to the turn of the key.</summary>
    public required Spread StartsMs { get; init; }

    /// <summary>At most one of these in a visit.</summary>
    public required double ForgetsHandbrake { get; init; }

    public required double ForgetsNeutral { get; init; }

    public required double LeavesKeyOn { get; init; }

    public required double LeavesLate { get; init; }

    /// <summary>Until it is remembered, on top of the usual time.</summary>
    public required Spread RemembersMs { get; init; }

    public static DriverParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new DriverParameters
        {
            RollingInMs = set.Spread("rolling-in"),
            HandbrakeMs = set.Spread("handbrake"),
            NeutralMs = set.Spread("neutral"),
            KeyOffMs = set.Spread("key-off"),
            StartsMs = set.Spread("starts"),
            ForgetsHandbrake = set.Number("forgets-handbrake"),
            ForgetsNeutral = set.Number("forgets-neutral"),
            LeavesKeyOn = set.Number("leaves-key-on"),
            LeavesLate = set.Number("leaves-late"),
            RemembersMs = set.Spread("remembers"),
        };
    }

    /// <summary>The same truck with a driver that chance gives it.</summary>
    public TruckPlan Drive(TruckPlan truck, Prng random)
    {
        ArgumentNullException.ThrowIfNull(truck);
        ArgumentNullException.ThrowIfNull(random);
        TruckPlan driven = truck with
        {
            RollingInMs = (int)RollingInMs.Draw(random),
            HandbrakeAfterMs = (int)HandbrakeMs.Draw(random),
            NeutralAfterMs = (int)NeutralMs.Draw(random),
            KeyOffAfterMs = (int)KeyOffMs.Draw(random),
            StartsAfterMs = (int)StartsMs.Draw(random),
        };
        return driven.With(Habit(random.Between(0.0, 1.0)), (int)RemembersMs.Draw(random));
    }

    private DriverHabit Habit(double chance)
    {
        double upTo = 0;
        foreach ((double share, DriverHabit habit) in ((double, DriverHabit)[])
        [
            (ForgetsHandbrake, DriverHabit.ForgetsHandbrake), (ForgetsNeutral, DriverHabit.ForgetsNeutral),
            (LeavesKeyOn, DriverHabit.LeavesKeyOn), (LeavesLate, DriverHabit.LeavesLate),
        ])
        {
            upTo += share;
            if (chance < upTo)
            {
                return habit;
            }
        }

        return DriverHabit.None;
    }
}
