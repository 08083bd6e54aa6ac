using System.Reflection;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Whether two profiles are one task for a proof: the same rows, limits and steps, and a lock that shows the same
/// facts wherever it is, whatever two of its sensors say. What is proved of the one is then proved of the other.
/// </summary>
public static class SameTask
{
    /// <summary>
    /// What is used before there is a reading, or after the end: no table, model or fact looks at it.
    /// </summary>
    private static readonly HashSet<string> Unlooked = new(StringComparer.Ordinal)
    {
        nameof(SwapProfile.Name), nameof(SwapProfile.Version), nameof(SwapProfile.IdentityByVin),
        nameof(SwapProfile.SwapLimitMs), nameof(SwapProfile.DebounceMs), nameof(SwapProfile.LockDisagreeMs),
        nameof(SwapProfile.SeatDisagreeMs), nameof(SwapProfile.ConnectorDisagreeMs), nameof(SwapProfile.LockTravelMs),
        nameof(SwapProfile.InterfaceId), nameof(SwapProfile.TargetChargePermille),
        nameof(SwapProfile.AlarmLevelLimit), nameof(SwapProfile.TemperatureLimitC),
        nameof(SwapProfile.TemperatureLeastC), nameof(SwapProfile.ConnectorLimitC),
        nameof(SwapProfile.NeedsAuthorisation), nameof(SwapProfile.InsulationOhmPerVolt),
        nameof(SwapProfile.SafeVoltageMv), nameof(SwapProfile.RegisterVersion), nameof(SwapProfile.PermittedPacks),
        nameof(SwapProfile.Operator),
    };

    public static bool Of(SwapProfile one, SwapProfile other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        bool fields = typeof(SwapProfile).GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => !Unlooked.Contains(field.Name)
                && field.Name is not (nameof(SwapProfile.Steps) or nameof(SwapProfile.LockPoints)))
            .All(field => Equals(field.GetValue(one), field.GetValue(other)));
        return fields && one.Steps.Select(Words).SequenceEqual(other.Steps.Select(Words), StringComparer.Ordinal)
            && RowsOf(one).SequenceEqual(RowsOf(other), StringComparer.Ordinal)
            && (one.LockPoints == other.LockPoints || ShowTheSame(one, other));
    }

    private static string Words(StepPlan step) =>
        $"{step.Phase} {step.Require} {step.Forbid} {step.LimitMs} {step.Retries} {step.GoesBack}";

    private static IEnumerable<string> RowsOf(SwapProfile profile) => new SwapTable(profile).Rows.Select(Words);

    private static string Words(Row row) => $"{row.From} {row.Require} {row.Forbid} {row.To} {row.Fault}";

    /// <summary>The number of lock points shows only in what their sensors, two of them wrong, make of facts.</summary>
    private static bool ShowTheSame(SwapProfile one, SwapProfile other)
    {
        HoistModel first = new(one);
        HoistModel second = new(other);
        bool alike = first.Sensors.Select(Words).SequenceEqual(second.Sensors.Select(Words), StringComparer.Ordinal)
            && first.Options(Outside.LockPicture) == second.Options(Outside.LockPicture);
        if (!alike)
        {
            return false;
        }

        int[] locks = [-1, .. Enumerable.Range(0, first.Sensors.Count).Where(
            i => (first.Sensors[i].Touches & (Fact.LockOpen | Fact.LockClosed)) != Fact.None)];
        foreach (LockPlace place in Enum.GetValues<LockPlace>())
        {
            int plant = new HoistPlant { There = true, Lock = place }.Bits;
            for (int picture = 0; picture < first.Options(Outside.LockPicture); picture++)
            {
                Letter letter = Letter.Usual.With(Outside.LockPicture, picture);
                bool same = locks.All(i => locks.All(j => Facts(first, one, plant, letter, i, j)
                    == Facts(second, other, plant, letter, i, j)));
                if (!same)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string Words(WrongSensor sensor) => $"{sensor.Number} {sensor.Name} {sensor.Touches}";

    private static Fact Facts(HoistModel model, SwapProfile profile, int plant, Letter letter, int one, int other)
    {
        LaneReading reading = new();
        model.Read(plant, letter, Phase.Held, reading);
        if (one >= 0)
        {
            model.Sensors[one].Apply(reading);
        }

        if (other >= 0 && other != one)
        {
            model.Sensors[other].Apply(reading);
        }

        return LaneFacts.Of(reading, profile);
    }
}
