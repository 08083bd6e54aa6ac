using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Reads the station of a scenario.</summary>
internal sealed class StationReader(string file, YamlErrors errors)
{
    private static readonly string[] Times =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK"];

    /// <summary>Null when so much of it is wrong that nothing can be held against it.</summary>
    public StationPlan? Read(YamlPiece? piece)
    {
        if (piece is null)
        {
            return new StationPlan();
        }

        YamlFields fields = new(piece, errors, "a station");
        YamlPiece? named = fields.Word("kind");
        string? name = fields.Choice("kind", [.. Story.All.Select(one => one.Name)]);
        Story? kind = named is null ? Story.Truck : Story.All.FirstOrDefault(one => one.Name == name);
        StationPlan station = new() { Kind = kind ?? Story.Truck };
        bool isCabinet = station.IsCabinet;
        if (isCabinet)
        {
            RefuseAtCabinet(piece, fields);
        }

        int? lanes = isCabinet ? 1 : fields.Count("lanes", 1, StationPlan.MostLanes);
        int? bays = isCabinet ? 0 : Bays(fields);
        bool isSized = isCabinet || fields.Has("lanes") == lanes.HasValue && fields.Has("bays") == bays.HasValue;
        station = station with
        {
            Lanes = lanes ?? 1,
            BayCount = bays ?? 0,
            Packs = Packs(fields, isCabinet ? station.Places : bays ?? StationPlan.MostBays),
        };
        station = station with
        {
            AmbientC = fields.Quantity("ambient", Measure.Temperature, false, -60, 80),
            Begins = Begins(fields) ?? station.Begins,
            Parameters = Parameters(fields, kind),
            Boards = Boards(fields, station),
            IsolationBay = isCabinet ? 0 : fields.Count("isolation-bay", 1, station.Places) ?? 0,
            Settings = Settings(fields, station),
        };
        fields.End();
        return kind is not null && isSized ? station : null;
    }

    private static readonly string[] OfLanes = ["lanes", "bays", "isolation-bay"];

    private void RefuseAtCabinet(YamlPiece piece, YamlFields fields)
    {
        foreach (YamlMember member in piece.Members.Where(member => OfLanes.Contains(member.Name)))
        {
            fields.Take(member.Name);
            errors.Add(member, Invariant($"a cabinet has {StationSettings.Doors} doors, and no '{member.Name}'"));
        }
    }

    private int? Bays(YamlFields fields)
    {
        int? bays = fields.Count("bays", StationPlan.BaysOfNode, StationPlan.MostBays);
        if (bays % StationPlan.BaysOfNode is null or 0)
        {
            return bays;
        }

        errors.Add(
            fields.Take("bays")!,
            Invariant($"bays: {bays} is not even; a bay node has {StationPlan.BaysOfNode} of them"));
        return null;
    }

    private List<StoredPack?>? Packs(YamlFields fields, int most)
    {
        if (!fields.Has("packs"))
        {
            return null;
        }

        List<StoredPack?> packs = [];
        foreach (YamlPiece piece in fields.List("packs"))
        {
            packs.Add(PackPlanReader.Read(piece, errors, mayBeEmpty: true));
            if (packs.Count > most)
            {
                errors.Add(piece, Invariant($"more packs than there is room for: {most}"));
                break;
            }
        }

        return packs;
    }

    private DateTimeOffset? Begins(YamlFields fields)
    {
        YamlPiece? piece = fields.Word("begins");
        if (piece is null)
        {
            return null;
        }

        bool isTime = DateTimeOffset.TryParseExact(
            piece.Text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset begins);
        if (isTime && begins.Year is >= 2020 and < 2090)
        {
            return begins;
        }

        errors.Add(
            piece,
            $"begins: a time from 2020 to 2089 such as '2026-01-14T22:00:00Z' is expected, not {piece.Describe()}");
        return null;
    }

    private BoardChoice Boards(YamlFields fields, StationPlan station)
    {
        YamlPiece? piece = fields.Word("boards");
        string? name = fields.Choice("boards", [.. BoardChoice.All.Select(one => one.Name)]);
        BoardChoice boards = BoardChoice.All.FirstOrDefault(one => one.Name == name) ?? station.Boards;
        if (piece is not null && boards.FitsNone(station.Kind.Kinds))
        {
            errors.Add(piece, $"boards: no node of a {station.Kind.Name} station runs on {piece.Describe()}");
        }

        return boards;
    }

    private Arguments Settings(YamlFields fields, StationPlan station)
    {
        if (fields.Take("settings") is not { } piece)
        {
            return Arguments.None;
        }

        YamlFields settings = new(piece, errors, "'settings'");
        ScenarioScope scope = new(file, errors, station, Quantity.LongestMs);
        Arguments? arguments = new ArgumentsReader(scope).Read(settings, StationSettings.Parameters);
        settings.End();
        if (arguments is null)
        {
            return Arguments.None;
        }

        if (RefusedByFirmware(station with { Settings = arguments }) is { } refusal)
        {
            errors.Add(piece, $"the firmware refuses these settings: {refusal}");
        }

        return arguments;
    }

    private static string? RefusedByFirmware(StationPlan station)
    {
        NodeSettings node = station.Apply(new NodeSettings
        {
            City = "x", Station = "x", Node = "x", Board = "x", LinkAddress = 0x90, Lane = 1,
        });
        node.Profile = station.Profile();
        node.Bays = station.IsCabinet ? [1, 2] : [];
        return node.Flaw();
    }

    private List<ParameterChoice> Parameters(YamlFields fields, Story? kind) =>
        fields.Take("parameters") is { } piece ? new ParameterChoiceReader(file, kind, errors).Read(piece) : [];
}
