using SwapEdge.Firmware;

namespace SwapEdge.Simulator.Settings;

/// <summary>All fields of station.json and change.json, with their bounds.</summary>
public static class SettingsFields
{
    private const NodeKinds Served = NodeKinds.Lane | NodeKinds.Cabinet;
    private const NodeKinds Kept = NodeKinds.Bays | NodeKinds.Cabinet;
    private const int MostBytes = 1 << 30;

    private static Shape Identifier { get; } = Shape.Text("^[a-z0-9-]{1,24}$", "1 to 24 of a-z, 0-9 and '-'");

    private static Shape Host { get; } = Shape.Text("^[A-Za-z0-9.:-]{1,253}$", "a host name or an address");

    private static Shape Codes { get; } = Shape.List(
        Shape.Text("^[0-9A-Z]{1,24}$", "the beginning of a code of GB/T 34014, 1 to 24 of 0-9 and A-Z"), 1, 64);

    private static Shape Register { get; } = Shape.Group(
        new SettingsField("version", 1, Shape.Number(1, int.MaxValue), NodeKinds.All),
        new SettingsField("permitted", 2, Codes),
        new SettingsField("owned", 3, Shape.List(
            Shape.Group(
                new SettingsField("owner", 1, Identifier, NodeKinds.All),
                new SettingsField("permitted", 2, Codes, NodeKinds.All),
                new SettingsField("operators", 3, Shape.List(Identifier, 1, 16))),
            1,
            64,
            unique: false)));

    private static Shape StepLimits { get; } = Shape.List(
        Shape.Group(
            new SettingsField("phase", 1, Shape.Choice(Phases()), NodeKinds.All),
            new SettingsField("limit_ms", 2, Shape.Number(1000, 600_000), NodeKinds.All)),
        0,
        32,
        unique: false);

    /// <summary>What may be changed in the field too, but for the pack register: Settings of settings.proto.</summary>
    public static IReadOnlyList<SettingsField> Changes { get; } =
    [
        new("watch_ms", 2, Shape.Number(0, 86_400_000), Allowed: Kept),
        new("telemetry_interval_s", 3, Shape.Number(1, 600)),
        new("telemetry_bytes", 4, Shape.Number(0, MostBytes)),
        new("charger_w", 5, Shape.Number(0, 1_000_000), Allowed: Kept),
        new("swap_limit_ms", 6, Shape.Number(1, 3_600_000), Allowed: Served),
        new("settle_ms", 7, Shape.Number(100, 60_000), Allowed: Served),
        new("debounce_ms", 8, Shape.Number(50, 2000), Allowed: Served),
        new("lock_disagree_ms", 9, Shape.Number(200, 10_000), Allowed: Served),
        new("seat_disagree_ms", 10, Shape.Number(200, 30_000), Allowed: Served),
        new("connector_disagree_ms", 11, Shape.Number(200, 30_000), Allowed: Served),
        new("lock_travel_ms", 12, Shape.Number(0, 99_999), Allowed: Served),
        new("target_charge_permille", 13, Shape.Number(1, 1000), Allowed: Served),
        new("temperature_limit_c", 14, Shape.Number(0, 80), Allowed: Served),
        new("temperature_least_c", 15, Shape.Number(-50, 0), Allowed: Served),
        new("connector_limit_c", 16, Shape.Number(40, 150), Allowed: Served),
        new("isolation_bays", 17, Shape.List(Shape.Number(1, 16), 0, 8), Allowed: NodeKinds.Bays),
        new("interfaces", 18, Shape.List(Shape.Number(0, 254), 0, 8, unique: false), NodeKinds.Bays, NodeKinds.Bays),
        new("vehicles", 19, Shape.List(Shape.Text("^[!-~]{1,17}$", "1 to 17 characters"), 0, 64), Allowed: Served)
        {
            IsWrapped = true,
        },
        new("steps", 20, StepLimits, Allowed: Served),
    ];

    /// <summary>The pack register, in a change; a station has one for all its nodes.</summary>
    public static SettingsField Packs { get; } = new("packs", 21, Register);

    /// <summary>Of the store for events; what is left out is as firmware/journal has it.</summary>
    public static IReadOnlyList<SettingsField> Journal { get; } =
    [
        new("capacity_bytes", 15, Shape.Number(1, MostBytes)),
        new("segment_bytes", 16, Shape.Number(1, MostBytes)),
        new("pending_bytes", 17, Shape.Number(1, 65_536)),
        new("segments", 18, Shape.Number(2, 4096)),
    ];

    /// <summary>What a node is: Deployed of settings.proto.</summary>
    public static IReadOnlyList<SettingsField> Identity { get; } =
    [
        new("node", 3, Identifier, NodeKinds.All),
        new("kind", 0, Shape.Choice([("lane", 1), ("bays", 2), ("cabinet", 3)]), NodeKinds.All),
        new("board", 4, Identifier, NodeKinds.All),
        new("lane", 11, Shape.Number(1, 15), Served, Served),
        new("profile", 6, Shape.Choice(Profiles.All.Select(profile => (profile.Name, 0))), Served, Served),
        new("link_address", 12, Shape.Number(0x80, 0xEF), NodeKinds.Lane | NodeKinds.Bays,
            NodeKinds.Lane | NodeKinds.Bays),
        new("bays", 9, Shape.List(Shape.Number(1, 16), 1, 8), Kept, Kept),
        new("journal", 0, Shape.Group([.. Journal])),
    ];

    public static IReadOnlyList<SettingsField> Broker { get; } =
    [
        new("host", 7, Host, NodeKinds.All),
        new("port", 13, Shape.Number(1, 65_535), NodeKinds.All),
        new("tls", 14, Shape.Flag(), NodeKinds.All),
    ];

    /// <summary>A whole station.</summary>
    public static Shape Station { get; } = Shape.Group(
        new SettingsField("$schema", 0, Shape.Text("", "a text")),
        new SettingsField("city", 1, Identifier, NodeKinds.All),
        new SettingsField("station", 2, Identifier, NodeKinds.All),
        new SettingsField("operator", 5, Identifier),
        new SettingsField("broker", 0, Shape.Group([.. Broker]), NodeKinds.All),
        new SettingsField("time_server", 8, Host),
        new SettingsField("packs", 0, Register),
        new SettingsField(
            "nodes", 0, Shape.List(Shape.Group([.. Identity, .. Changes]), 1, 32, unique: false), NodeKinds.All));

    /// <summary>A change in the field.</summary>
    public static Shape Change { get; } = Shape.Group(
        [
            new SettingsField("$schema", 0, Shape.Text("", "a text")),
            new SettingsField("version", 1, Shape.Number(1, int.MaxValue), NodeKinds.All),
            .. Changes.Select(field => field with { Needed = NodeKinds.None }),
            Packs,
        ]);

    private static IEnumerable<(string Name, int Value)> Phases() => Profiles.All
        .SelectMany(profile => profile.Steps).Select(step => step.Phase).Distinct().Order()
        .Select(phase => ($"{phase}", (int)phase));
}
