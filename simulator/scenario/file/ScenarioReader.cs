using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Reads a scenario from the values of its file; all that is wrong is told, not only the first.</summary>
internal sealed class ScenarioReader(string file, YamlErrors errors)
{
    private const int MostText = 400;

    /// <summary>Happenings, expectations or arrivals; more are a slip.</summary>
    private const int Most = 1_000;

    public Scenario Read(YamlPiece root)
    {
        YamlFields fields = new(root, errors, "a scenario");
        string story = Sentence(fields, "scenario", required: true);
        string claim = Sentence(fields, "claim", required: false);
        long limitMs = Limit(fields);
        StationPlan? station = new StationReader(file, errors).Read(fields.Take("station"));
        ScenarioScope scope = new(file, errors, station, limitMs);
        ConditionReader conditions = new(scope);
        ArrivalReader arrivals = new(scope);
        HappeningReader happenings = new(scope, conditions);
        ExpectationReader expectations = new(scope, conditions);
        bool isVisited = fields.Has("arrivals");
        List<Arrival> visits = Each(fields, "arrivals", arrivals.Read);
        Scenario scenario = new()
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Path = file,
            Story = story,
            Claim = claim,
            LimitMs = limitMs,
            Station = station ?? new StationPlan(),
            Arrivals = isVisited ? visits : null,
            Traffic = fields.Take("traffic") is { } traffic ? arrivals.Traffic(traffic) : null,
            Happens = Each(fields, "happens", happenings.Read),
            Expect = Each(fields, "expect", expectations.Read),
            Until = fields.Take("until") is { } until ? UntilOf(conditions, scope, until) : null,
        };
        if (isVisited && fields.Has("traffic"))
        {
            errors.Add(root["traffic"]!, "a scenario has 'arrivals' or 'traffic', not both");
        }

        CheckTraffic(scenario);
        CheckClaim(root, scenario);
        fields.Word("$schema");
        fields.End();
        return scenario;
    }

    /// <summary>Parameters of traffic need some, and one name is enough.</summary>
    private void CheckTraffic(Scenario scenario)
    {
        ParameterChoice? choice = scenario.Station.Parameters
            .FirstOrDefault(one => one.Role == ParameterRoles.Traffic.Name);
        string? reason = choice is null ? null
            : scenario.Traffic is null ? "nobody comes by chance: parameters of traffic need 'traffic'"
            : scenario.Traffic.Pattern.Length > 0 && (choice.Name.Length > 0 || choice.Own is not null)
                ? "traffic is named twice, here and by its 'pattern'"
            : null;
        if (reason is not null)
        {
            errors.Add(choice!.Place.Line, choice.Place.Column, reason);
        }
    }

    /// <summary>What nothing can break is no claim.</summary>
    private void CheckClaim(YamlPiece root, Scenario scenario)
    {
        if (root["expect"] is { Kind: YamlKind.List, Items.Count: 0 } empty)
        {
            errors.Add(empty, "nothing is expected; leave 'expect' out, or say what is");
        }
        else if (scenario.Claim.Length > 0 && root["expect"] is null)
        {
            errors.Add(root["claim"]!, "a claim is shown by what is expected; 'expect' is missing");
        }
    }

    /// <summary>Several conditions in one map are all meant: <c>{ vehicle: gone, phase: idle }</c>.</summary>
    private static ConditionPlan? UntilOf(ConditionReader conditions, ScenarioScope scope, YamlPiece until)
    {
        bool areSeveral = until.Kind == YamlKind.Map && until.Members.Count > 1
            && until.Members.All(member => ConditionForms.Find(member.Name) is not null);
        if (!areSeveral)
        {
            return conditions.Read(until);
        }

        List<ConditionPlan?> parts = [];
        foreach (YamlMember member in until.Members)
        {
            YamlPiece one = new(YamlKind.Map, member.Line, member.Column);
            one.Members.Add(member);
            parts.Add(conditions.Read(one));
        }

        return parts.Contains(null)
            ? null
            : new ConditionPlan(Joining.All, [.. parts.OfType<ConditionPlan>()], scope.PlaceOf(until));
    }

    private string Sentence(YamlFields fields, string name, bool required)
    {
        YamlPiece? piece = fields.Word(name, required);
        string text = string.Join(' ', (piece?.Text ?? "").Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (piece is not null && text.Length is 0 or > MostText)
        {
            errors.Add(piece!, Invariant($"'{name}' is a sentence or some, up to {MostText} letters"));
        }

        return text;
    }

    private long Limit(YamlFields fields)
    {
        YamlPiece? piece = fields.Word("limit");
        if (piece is null)
        {
            return Scenario.UsualLimitMs;
        }

        string? wrong = Quantity.Duration(piece.Text, out long ms);
        wrong ??= ms == 0 ? $"{piece.Describe()} is no time at all" : null;
        if (wrong is not null)
        {
            errors.Add(piece, $"limit: {wrong}");
        }

        // What is held against a wrong limit would be told twice.
        return wrong is null ? ms : Quantity.LongestMs;
    }

    private List<T> Each<T>(YamlFields fields, string name, Func<YamlPiece, T?> read)
        where T : class
    {
        List<T> all = [];
        foreach (YamlPiece piece in fields.List(name))
        {
            if (read(piece) is { } one)
            {
                all.Add(one);
            }

            if (all.Count > Most)
            {
                errors.Add(piece, Invariant($"'{name}' has more than {Most}"));
                break;
            }
        }

        return all;
    }
}
