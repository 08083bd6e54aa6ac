using static System.FormattableString;

namespace SwapEdge.Simulator.Settings;

/// <summary>Whether a pack register can be meant.</summary>
internal static class RegisterCheck
{
    /// <param name="register">The field packs; null when there is none.</param>
    /// <param name="stationOperator">Who runs the station; null when it is not said.</param>
    /// <param name="isStation">It is of a station file, which could say it.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Of(JsonPiece? register, JsonPiece? stationOperator, bool isStation, ShapeCheck errors)
    {
        Dictionary<string, string> seen = [];
        Once(register?["permitted"], "packs.permitted", seen, errors);
        IList<JsonPiece> owned = register?["owned"]?.Items ?? [];
        for (int i = 0; i < owned.Count; i++)
        {
            string path = Invariant($"packs.owned[{i}]");
            Once(owned[i]["permitted"], path + ".permitted", seen, errors);
            if (isStation && stationOperator is null && owned[i]["operators"] is { } operators)
            {
                errors.Add(operators, path + ".operators",
                    "the station says no operator, so it would refuse these packs");
            }
        }
    }

    private static void Once(JsonPiece? codes, string path, Dictionary<string, string> seen, ShapeCheck errors)
    {
        for (int i = 0; i < (codes?.Items.Count ?? 0); i++)
        {
            string at = Invariant($"{path}[{i}]");
            if (!seen.TryAdd(codes!.Items[i].Text, at))
            {
                errors.Add(codes.Items[i], at, $"is in {seen[codes.Items[i].Text]} already");
            }
        }
    }
}
