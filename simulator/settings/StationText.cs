using System.Text.Json.Nodes;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator.Settings;

/// <summary>The station.json of one node that exists as an object, for those who compose stations in code.</summary>
public static class StationText
{
    /// <summary>
    /// Compiled as <c>swapsim settings</c> and the flash tool do it. Throws when they refuse it, and when the node
    /// would read other settings than these.
    /// </summary>
    public static CompiledNode Compile(NodeSettings settings)
    {
        StationFile file = StationFile.Parse(System.Text.Encoding.UTF8.GetBytes(Of(settings)));
        if (file.Errors.Count > 0)
        {
            SettingsError error = file.Errors[0];
            throw new ArgumentException($"{settings.Node}: {error.Path}: {error.Reason}", nameof(settings));
        }

        CompiledNode node = file.Nodes[0];
        return new SettingsCrc().Of(node.Settings) == new SettingsCrc().Of(settings)
            ? node
            : throw new ArgumentException(
                $"{settings.Node}: a station file cannot say all of these settings", nameof(settings));
    }

    public static string Of(NodeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JsonObject
        {
            ["city"] = settings.City,
            ["station"] = settings.Station,
            ["operator"] = Said(settings.Profile.Operator),
            ["broker"] = new JsonObject
            {
                ["host"] = settings.BrokerHost, ["port"] = settings.BrokerPort, ["tls"] = settings.BrokerTls,
            },
            ["time_server"] = Said(settings.TimeServer),
            ["packs"] = settings.Kind == NodeKind.Bays ? null : Register(settings.Profile),
            ["nodes"] = new JsonArray(Node(settings)),
        }.Spoken().ToJsonString();
    }

    private static JsonObject Node(NodeSettings settings)
    {
        bool serves = settings.Kind != NodeKind.Bays;
        bool keeps = settings.Kind != NodeKind.Lane;
        JsonObject node = new()
        {
            ["node"] = settings.Node,
            ["kind"] = settings.Kind switch
            {
                NodeKind.Lane => "lane", NodeKind.Bays => "bays", _ => "cabinet",
            },
            ["board"] = settings.Board,
            ["lane"] = serves ? settings.Lane : null,
            ["profile"] = serves ? settings.Profile.Name : null,
            ["link_address"] = settings.IsCabinet ? null : settings.LinkAddress,
            ["bays"] = keeps ? List(settings.Bays) : null,
            ["interfaces"] = keeps && !settings.IsCabinet ? Interfaces(settings) : null,
            ["isolation_bays"] = settings.IsolationBays.Length > 0 ? List(settings.IsolationBays) : null,
            ["vehicles"] = settings.Vehicles.Length > 0 ? new JsonArray([.. settings.Vehicles]) : null,
            ["watch_ms"] = keeps ? settings.WatchMs : null,
            ["charger_w"] = keeps ? settings.ChargerW : null,
            ["telemetry_interval_s"] = settings.TelemetryIntervalS,
            ["telemetry_bytes"] = settings.TelemetryBytes,
            ["journal"] = new JsonObject
            {
                ["capacity_bytes"] = settings.Journal.CapacityBytes,
                ["segment_bytes"] = settings.Journal.SegmentBytes,
                ["pending_bytes"] = settings.Journal.PendingBytes,
                ["segments"] = settings.Journal.Segments,
            },
        };
        if (serves)
        {
            AddLimits(node, settings.Profile);
        }

        return node;
    }

    private static void AddLimits(JsonObject node, SwapProfile profile)
    {
        node["swap_limit_ms"] = profile.SwapLimitMs;
        node["settle_ms"] = profile.SettleMs;
        node["debounce_ms"] = profile.DebounceMs;
        node["lock_disagree_ms"] = profile.LockDisagreeMs;
        node["seat_disagree_ms"] = profile.SeatDisagreeMs;
        node["connector_disagree_ms"] = profile.ConnectorDisagreeMs;
        node["lock_travel_ms"] = profile.LockTravelMs;
        node["target_charge_permille"] = profile.TargetChargePermille;
        node["temperature_limit_c"] = profile.TemperatureLimitC;
        node["temperature_least_c"] = profile.TemperatureLeastC;
        node["connector_limit_c"] = profile.ConnectorLimitC;
        node["steps"] = new JsonArray([.. profile.Steps.Select(step => new JsonObject
        {
            ["phase"] = $"{step.Phase}", ["limit_ms"] = step.LimitMs,
        })]);
    }

    private static JsonObject? Register(SwapProfile profile) => profile.PermittedPacks.Length == 0
        ? null
        : new JsonObject
    {
        ["version"] = profile.RegisterVersion,
        ["permitted"] = new JsonArray(
            [.. profile.PermittedPacks.Where(rule => rule.Owner.Length == 0).Select(rule => rule.Begins)]),
        ["owned"] = new JsonArray(
            [.. profile.PermittedPacks.Where(rule => rule.Owner.Length > 0).Select(rule => new JsonObject
            {
                ["owner"] = rule.Owner,
                ["permitted"] = new JsonArray(rule.Begins),
                ["operators"] = new JsonArray([.. rule.Operators]),
            })]),
    };

    /// <summary>One for each bay, also where it is not known.</summary>
    private static JsonArray Interfaces(NodeSettings settings) =>
        List([.. settings.Bays.Select((_, i) => settings.InterfaceOf(i))]);

    private static JsonArray List(int[] numbers) => new([.. numbers]);

    private static string? Said(string text) => text.Length > 0 ? text : null;

    /// <summary>Without what is not said.</summary>
    private static JsonObject Spoken(this JsonObject group)
    {
        foreach (string name in group.Select(field => field.Key).ToArray())
        {
            switch (group[name])
            {
                case null:
                case JsonArray { Count: 0 } when name is "operators" or "owned" or "permitted":
                    group.Remove(name);
                    break;
                case JsonObject inner:
                    inner.Spoken();
                    break;
                case JsonArray list:
                    foreach (JsonObject item in list.OfType<JsonObject>())
                    {
                        item.Spoken();
                    }

                    break;
            }
        }

        return group;
    }
}
