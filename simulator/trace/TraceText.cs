using System.Globalization;
using System.Text;
using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A trace line as text and back. What a step was given stands before the first bar, what came out behind it; behind
/// the second bar the facts that came and went since the line before, by name, so that a digit that was altered shows.
/// </summary>
public static class TraceText
{
    private const int Fields = 17;

    private static readonly string[] Names =
    [
        "", "t", "", "entered", "fault", "retries", "pack", "aborted", "hand", "bays", "facts",
        "", "row", "", "fault", "drives", "bay",
    ];

    /// <param name="line">What to write.</param>
    /// <param name="factsBefore">Facts of the line before; none before the first of a start.</param>
    public static string Write(TraceLine line, Fact factsBefore)
    {
        ArgumentNullException.ThrowIfNull(line);
        TraceState given = line.Given;
        StringBuilder text = new();
        text.Append(Invariant($"{line.Start} t={line.NowMs} {given.Phase} entered={given.EnteredMs} "));
        text.Append(Invariant($"fault={given.Fault} retries={given.Retries} pack={given.Pack} "));
        text.Append(Invariant($"aborted={(given.Aborted ? "yes" : "no")} hand={Joined(given.Hand)} "));
        text.Append(Invariant($"bays={line.StoreBay}/{line.TakeBay} facts={(ulong)line.Facts:x16} "));
        text.Append(Invariant($"| row={(line.Row < 0 ? "-" : line.Row)} {line.Next} fault={line.NextFault} "));
        text.Append(Invariant($"drives={Joined(line.Drives)} bay={line.Bay} |"));
        Append(text, " +", line.Facts & ~factsBefore);
        Append(text, " -", factsBefore & ~line.Facts);
        return text.ToString();
    }

    /// <summary>Null, and why, when the text is not a line of a trace.</summary>
    public static TraceLine? Parse(string text, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(' ');
        if (parts.Length <= Fields || parts[Fields] != "|")
        {
            wrong = "not a line of a trace: fields are missing";
            return null;
        }

        TraceFields fields = new(parts, Names);
        TraceLine line = new()
        {
            Start = fields.Number(0),
            NowMs = fields.Milliseconds(1),
            Given = Given(fields),
            StoreBay = fields.Pair(9).First,
            TakeBay = fields.Pair(9).Second,
            Facts = (Fact)fields.Hex(10),
            Row = fields.Text(12) == "-" ? -1 : fields.Number(12),
            Next = fields.Name<Phase>(13),
            NextFault = fields.Name<Fault>(14),
            Drives = fields.Flags(15),
            Bay = fields.Number(16),
        };
        wrong = fields.Wrong;
        return wrong.Length == 0 ? line : null;
    }

    private static TraceState Given(TraceFields fields) => new()
    {
        Phase = fields.Name<Phase>(2),
        EnteredMs = fields.Milliseconds(3),
        Fault = fields.Name<Fault>(4),
        Retries = fields.Number(5),
        Pack = fields.Number(6),
        Aborted = fields.YesNo(7),
        Hand = fields.Flags(8),
    };

    private static void Append(StringBuilder text, string sign, Fact facts)
    {
        for (int bit = 0; bit < 64; bit++)
        {
            Fact fact = (Fact)((ulong)facts & (1UL << bit));
            if (fact != Fact.None)
            {
                text.Append(sign).Append(fact);
            }
        }
    }

    /// <summary>Single drives joined by '+', lowest first; '-' for none.</summary>
    private static string Joined(Drive drives)
    {
        List<string> names = [];
        for (int bit = 0; bit < 31; bit++)
        {
            int drive = (int)drives & (1 << bit);
            if (drive != 0)
            {
                names.Add(((Drive)drive).ToString());
            }
        }

        return names.Count == 0 ? "-" : string.Join('+', names);
    }
}
