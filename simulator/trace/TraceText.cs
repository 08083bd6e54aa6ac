using System.Text;
using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A trace line as text. What a step was given stands before the first bar, what came out behind it; behind the second
/// bar the facts that came and went since the line before, by name.
/// </summary>
public static class TraceText
{
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
