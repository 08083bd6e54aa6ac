using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads packs: what a bay holds, what a vehicle brings.</summary>
internal static class PackPlanReader
{
    public const string Empty = "empty";

    /// <summary>A pack, or null for <c>empty</c> where that may be said.</summary>
    public static StoredPack? Read(YamlPiece piece, YamlErrors errors, bool mayBeEmpty)
    {
        if (mayBeEmpty && piece is { Kind: YamlKind.Text, Text: Empty })
        {
            return null;
        }

        YamlFields fields = new(piece, errors, mayBeEmpty ? "a pack, or 'empty'," : "a pack") { What = "a pack" };
        StoredPack pack = new()
        {
            Charge = fields.Quantity("charge", Measure.Share, false, 0, 1),
            TemperatureC = fields.Quantity("temperature", Measure.Temperature, false, -60, 150),
            Health = fields.Quantity("health", Measure.Share, false, 0.1, 1),
            Code = Code(fields, errors),
        };
        fields.End();
        return pack;
    }

    private static string? Code(YamlFields fields, YamlErrors errors)
    {
        YamlPiece? piece = fields.Word("code");
        if (piece is null || PackIdentity.IsCode(piece.Text))
        {
            return piece?.Text;
        }

        errors.Add(piece, $"code: {PackIdentity.Form}, not {piece.Describe()}");
        return null;
    }
}
