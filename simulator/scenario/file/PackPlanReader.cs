using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads packs: what a bay holds, what a vehicle brings.</summary>
internal static class PackPlanReader
{
    public const string Empty = "empty";

    /// <summary>Length of a code by GB/T 34014.</summary>
    private const int CodeLength = 24;

    /// <summary>Digits of the serial at its end.</summary>
    private const int SerialLength = 7;

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
        if (piece is null)
        {
            return null;
        }

        bool isCode = piece.Text.Length == CodeLength
            && piece.Text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter))
            && piece.Text[^SerialLength..].All(char.IsAsciiDigit);
        if (!isCode)
        {
            errors.Add(
                piece, $"code: 24 capitals and digits by GB/T 34014, the last seven digits, not {piece.Describe()}");
        }

        return isCode ? piece.Text : null;
    }
}
