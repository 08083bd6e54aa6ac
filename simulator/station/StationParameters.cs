using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The sets of parameters of a world that a plan names; where it names none, those of its kind.</summary>
public sealed class StationParameters(StationPlan plan)
{
    private bool IsCar => plan.Kind.Kind == "car";

    /// <summary>What a station of a kind has parameters of.</summary>
    public static IReadOnlyList<ParameterRole> RolesOf(Story kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ParameterRole[] foreign = kind.Kinds.Contains(NodeKind.Cabinet)
            ? [ParameterRoles.Hoist, ParameterRoles.Platform, ParameterRoles.Lock, ParameterRoles.Driver]
            : [kind.Kind == "car" ? ParameterRoles.Hoist : ParameterRoles.Platform];
        return [.. ParameterRoles.All.Except(foreign)];
    }

    /// <summary>How drivers behave; null: as in the story of the kind.</summary>
    public DriverParameters? Drivers =>
        Named(ParameterRoles.Driver, "usual") is { } set ? DriverParameters.Of(set) : null;

    public WorldPlan Apply(WorldPlan world)
    {
        ArgumentNullException.ThrowIfNull(world);
        ParameterSet? pack = Named(ParameterRoles.Pack, IsCar ? "car-lfp" : "truck-lfp");
        ParameterSet? charger = Named(ParameterRoles.Charger, IsCar ? "dc-80kw" : "dc-160kw");
        ParameterSet? hoist = Named(ParameterRoles.Hoist, "top-lift");
        ParameterSet? platform = Named(ParameterRoles.Platform, "bottom-swap");
        ParameterSet? bolts = Named(ParameterRoles.Lock, "bolt-3s");
        return world with
        {
            AmbientC = plan.AmbientC ?? world.AmbientC,
            BeginsMs = TimeOfDayMs,
            Weather = WeatherOr(world.Weather),
            Pack = pack is null ? world.Pack : PackParameters.Of(pack),
            Charger = charger is null ? world.Charger : ChargerParameters.Of(charger),
            Hoist = hoist is null ? world.Hoist : HoistParameters.Of(hoist),
            Platform = platform is null || world.Platform is null ? world.Platform : PlatformParameters.Of(platform),
            Lock = bolts is null ? world.Lock : LockParameters.Of(bolts),
        };
    }

    public CabinetPlan Apply(CabinetPlan cabinet)
    {
        ArgumentNullException.ThrowIfNull(cabinet);
        ParameterSet? pack = Named(ParameterRoles.Pack, "two-wheeler");
        ParameterSet? charger = Named(ParameterRoles.Charger, "door-15a");
        return cabinet with
        {
            AmbientC = plan.AmbientC ?? cabinet.AmbientC,
            BeginsMs = TimeOfDayMs,
            Weather = WeatherOr(cabinet.Weather),
            Pack = pack is null ? cabinet.Pack : PackParameters.Of(pack),
            Charger = charger is null ? cabinet.Charger : ChargerParameters.Of(charger),
        };
    }

    /// <summary>Who comes by chance.</summary>
    public TrafficParameters TrafficOf(TrafficPlan traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        string usual = plan.IsCabinet ? "cabinet-day" : IsCar ? "car-day" : "truck-day";
        string pattern = traffic.Pattern.Length > 0 ? traffic.Pattern : usual;
        return TrafficParameters.Of(
            Named(ParameterRoles.Traffic, pattern) ?? ParameterRoles.Traffic.Shipped(pattern));
    }

    /// <summary>Local time of day at which the run begins.</summary>
    public long TimeOfDayMs => (long)plan.Begins.TimeOfDay.TotalMilliseconds;

    private WeatherParameters WeatherOr(WeatherParameters usual) =>
        Named(ParameterRoles.Weather, "steady") is { } set ? WeatherParameters.Of(set) : usual;

    private ParameterSet? Named(ParameterRole role, string usual) =>
        plan.Parameters.FirstOrDefault(one => one.Role == role.Name) is { } choice
            ? (choice.Own ?? role.Shipped(choice.Name.Length > 0 ? choice.Name : usual)).With(choice.Overrides) : null;
}
