using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Settings of its nodes that a scenario may set.</summary>
public static class StationSettings
{
    /// <summary>Doors of a cabinet.</summary>
    public const int Doors = 8;

    /// <summary>Bays of a station in which nobody says how many.</summary>
    public const int UsualBays = 4;

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("charger", ParameterKind.Power, false, "The most that the charger of a bay draws; the city can limit it.")
        {
            Least = 1_000,
            Most = 1_000_000,
        },
        new("watch", ParameterKind.Duration, false, "How long a pack that has come in is watched.")
        {
            Most = 86_400_000,
        },
        new("target", ParameterKind.Percent, false, "Charge at or above which a pack is given out.") { Least = 0.1 },
        Parameter.Severity with
        {
            Name = "alarm-level",
            Required = false,
            About = "Alarm of a BMS from which on a pack is kept apart, 1 to 3.",
        },
        new("permits", ParameterKind.Text, false, "Beginning of the pack codes that are taken in; all when left out."),
        new("insulation", ParameterKind.Count, false, "Least insulation of a pack, ohms per volt.")
        {
            Least = 100,
            Most = 10_000,
        },
        new("telemetry", ParameterKind.Duration, false, "Time between two samples of telemetry, 1 s to 10 min.")
        {
            Least = 1_000,
            Most = 600_000,
        },
        new("store", ParameterKind.Count, false, "Kilobytes that a node has for what it keeps.")
        {
            Least = 64,
            Most = 65_536,
        },
    ];

    /// <summary>By which the station serves.</summary>
    public static SwapProfile Profile(this StationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        SwapProfile profile = plan.Kind.Profile.Copy();
        Arguments wanted = plan.Settings;
        profile.TargetChargePermille = (int)Math.Round(
            wanted.Number("target", profile.TargetChargePermille / 1000.0) * 1000);
        profile.AlarmLevelLimit = wanted.Count("alarm-level", profile.AlarmLevelLimit);
        profile.InsulationOhmPerVolt = wanted.Count("insulation", profile.InsulationOhmPerVolt);
        if (wanted.Has("permits"))
        {
            profile.PermittedPacks = [new PackRule(wanted.Text("permits"), "", [])];
            profile.RegisterVersion = 1;
        }

        return profile;
    }

    /// <summary>The same settings with what the plan says of every node.</summary>
    public static NodeSettings Apply(this StationPlan plan, NodeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        Arguments wanted = plan.Settings;
        settings.ChargerW = (int)wanted.Number("charger", settings.ChargerW);
        settings.WatchMs = wanted.Ms("watch", settings.WatchMs);
        settings.TelemetryIntervalS = (int)(wanted.Ms("telemetry", settings.TelemetryIntervalS * 1000L) / 1000);
        return settings;
    }

    /// <summary>Bytes that each node has for what it keeps.</summary>
    public static int StoreBytes(this StationPlan plan, int usual)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Settings.Has("store") ? plan.Settings.Count("store") * 1024 : usual;
    }
}
