using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Reads who comes.</summary>
internal sealed class ArrivalReader(ScenarioScope scope)
{
    private const int MostArrivals = 10_000;

    private YamlErrors Errors => scope.Errors;

    public Arrival Read(YamlPiece piece)
    {
        YamlFields fields = new(piece, Errors, "an arrival");
        long? atMs = fields.Ms("at", required: true);
        scope.CheckTime(piece["at"], "at", atMs);
        Arrival arrival = new()
        {
            Vehicle = Identity(fields),
            Lane = fields.Count("lane", 1, scope.Station?.Lanes ?? StationPlan.MostLanes) ?? 1,
            AtMs = atMs ?? 0,
            Known = fields.Level("known") ?? true,
            Packs = Packs(fields),
            Mistake = Mistake(fields),
            Place = scope.PlaceOf(piece),
        };
        fields.End();
        return arrival;
    }

    public TrafficPlan Traffic(YamlPiece piece)
    {
        YamlFields fields = new(piece, Errors, "'traffic'");
        string pattern = fields.Choice("pattern", ParameterRoles.Traffic.Names) ?? "";
        int? number = fields.Count("number", 1, MostArrivals);
        long? lastsMs = fields.Ms("lasts");
        scope.CheckTime(piece["lasts"], "lasts", lastsMs);
        int? lane = fields.Count("lane", 1, scope.Station?.Lanes ?? StationPlan.MostLanes);
        int? seed = fields.Count("seed", 0, int.MaxValue);
        fields.End();
        return new TrafficPlan
        {
            Pattern = pattern,
            Number = number ?? 0,
            LastsMs = lastsMs,
            Lane = lane ?? 0,
            Seed = (ulong?)seed,
            Place = scope.PlaceOf(piece),
        };
    }

    private string? Identity(YamlFields fields)
    {
        YamlPiece? piece = fields.Word("vehicle");
        if (piece is null || scope.Station is not { } station)
        {
            return piece?.Text;
        }

        if (!VehicleText.Fits(station, piece.Text))
        {
            Errors.Add(piece, $"vehicle: {VehicleText.Form(station)}, not {piece.Describe()}");
        }

        return piece.Text;
    }

    private List<StoredPack>? Packs(YamlFields fields)
    {
        if (!fields.Has("packs"))
        {
            return null;
        }

        List<StoredPack> packs = [];
        foreach (YamlPiece piece in fields.List("packs"))
        {
            if (PackPlanReader.Read(piece, Errors, mayBeEmpty: false) is { } pack)
            {
                packs.Add(pack);
            }

            int most = scope.Station?.Kind.Profile.Packs ?? int.MaxValue;
            if (packs.Count > most)
            {
                Errors.Add(piece, Invariant($"a vehicle here brings {most}"));
                break;
            }
        }

        return packs;
    }

    private string Mistake(YamlFields fields) =>
        (scope.Station is { } station
            ? fields.Choice("mistake", Arrival.Mistakes(station)) : fields.Text("mistake")) ?? "";
}
