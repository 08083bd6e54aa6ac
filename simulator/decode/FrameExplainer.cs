using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One frame in words: every message that the protocol knows, on whichever bus it belongs.</summary>
public static class FrameExplainer
{
    /// <summary>The lines to show, the heading first.</summary>
    public static IEnumerable<string> Explain(CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!frame.Extended)
        {
            return [$"{FrameText.Format(frame)}: 11-bit identifier, no message of these buses"];
        }

        int pgn = J1939.Pgn(frame.Id);
        return pgn is Transport.ConnectionPgn or Transport.DataPgn
            ? [Head(frame, "transport", TransportWords.Of(frame))]
            : OfSwapPack(frame) ?? OfLink(frame, pgn) ?? OfCharger(frame, pgn);
    }

    /// <summary>One line a field: name, value, unit, meaning.</summary>
    public static string Line(FieldValue field)
    {
        ArgumentNullException.ThrowIfNull(field);
        string name = Words.Of(field.Name).PadRight(28);
        if (field.Quality == Quality.NotAvailable)
        {
            return $"  {name} not available";
        }

        string value = field.Value is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : "";
        string unit = field.Unit.Length > 0 ? " " + field.Unit : "";
        string means = field.Means switch
        {
            null => "",
            _ when value.Length == 0 => field.Means,
            _ => $"  {field.Means}",
        };
        return $"  {name} {value}{unit}{means}";
    }

    private static IEnumerable<string>? OfSwapPack(CanFrame frame)
    {
        SwapPackRow? row = Array.Find(SwapPackMessages.Rows, row => row.Id != 0 && row.Id == frame.Id);
        if (row is null)
        {
            return null;
        }

        DecodeResult result = new SwapPackBus().Accept(frame);
        return Show(frame, MessageForms.Of(row.Message), result);
    }

    private static IEnumerable<string>? OfLink(CanFrame frame, int pgn)
    {
        MessageForm? form = MessageForms.OfLink(pgn);
        return form is null
            ? null
            : Show(frame, form, frame.Length < StationLink.Length ? DecodeResult.Short : DecodeResult.Ok);
    }

    private static IEnumerable<string> OfCharger(CanFrame frame, int pgn)
    {
        ChargeRow? row = ChargeMessages.Find(pgn, J1939.Source(frame.Id) == ChargeMessages.ChargerAddress);
        DecodeResult result = new ChargeBus().Accept(frame);
        return row is null || result is DecodeResult.UnknownId or DecodeResult.ForeignAddress
            ? [Head(frame, "unknown", "no message that this version knows: " + RefusalWords.Of(result))]
            : Show(frame, MessageForms.Of(row.Message), result);
    }

    private static IEnumerable<string> Show(CanFrame frame, MessageForm form, DecodeResult result)
    {
        yield return Head(frame, form.Name, form.Title);
        if (result != DecodeResult.Ok)
        {
            yield return "  refused: " + RefusalWords.Of(result);
        }

        foreach (FieldValue field in form.Fields(frame.Data, frame.Length))
        {
            yield return Line(field);
        }
    }

    private static string Head(CanFrame frame, string name, string title) =>
        $"{name}  {title}  ({FrameText.Format(frame)}, {BusWords.Sender(frame.Id)} to {BusWords.Receiver(frame.Id)})";
}
