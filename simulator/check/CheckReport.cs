using System.Globalization;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What was proved, as tables; what was not, with the way to it.</summary>
/// <param name="proofs">One a task.</param>
/// <param name="same">Profiles that are the same task as one that was proved.</param>
public sealed class CheckReport(IReadOnlyList<ProfileProof> proofs, IReadOnlyList<(string Name, string As)> same)
{
    public bool Holds => proofs.All(proof => proof.Holds);

    public void Write(Sheet sheet, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        WriteProfiles(sheet);
        foreach ((string name, string other) in same)
        {
            sheet.Line($"{name}: the same rows, steps and limits as {other}, and a lock that shows the same: proved"
                + " with it");
        }

        sheet.Line();
        WriteProperties(sheet);
        sheet.Line();
        WriteHarms(sheet);
        sheet.Line();
        foreach (ProfileProof proof in proofs)
        {
            WriteBroken(sheet, proof);
        }

        sheet.Line("A drive is taken away in the pass that sees why; that of the next phase is given in the pass after"
            + " it is stored.");
        string end = Holds ? "every property holds" : "a property does not hold";
        sheet.Verdict(Invariant($"{end}; {took.TotalSeconds:F1} s"), Holds);
    }

    private void WriteProfiles(Sheet sheet) => sheet.Table(
        ["profile", ">states", ">transitions", ">readings", ">rows", ">never taken", ">by hand", ">s"],
        proofs.Select(proof => new[]
        {
            proof.Name, Number(proof.Spots), Number(proof.Transitions), Number(proof.Readings),
            Number(proof.Table.Rows.Length), Number(proof.DeadRows.Count), Number(proof.ByHand),
            proof.Seconds.ToString("F1", CultureInfo.InvariantCulture),
        }));

    private void WriteProperties(Sheet sheet)
    {
        IEnumerable<string> names = proofs.SelectMany(proof => proof.Findings).Select(finding => finding.Name)
            .Distinct(StringComparer.Ordinal);
        sheet.Table(["property", ">tried", "holds"], names.Select(name =>
        {
            Finding[] found = [.. proofs.SelectMany(proof => proof.Findings).Where(finding => finding.Name == name)];
            bool holds = found.All(finding => finding.Broken is null);
            return new[] { name, Number(found.Sum(finding => finding.Tried)), holds ? "yes" : "NO" };
        }));
    }

    /// <summary>A number: it does not really happen with so many wrong sensors.</summary>
    private void WriteHarms(Sheet sheet)
    {
        IEnumerable<Harm> harms = proofs.SelectMany(proof => proof.Steps.Real).Where(real => real.Possible)
            .Select(real => real.Harm).Distinct();
        sheet.Table(
            ["never really, with so many wrong sensors", ">tried", .. proofs.Select(proof => ">" + proof.Name)],
            harms.Select(harm =>
            {
                RealFinding[] found = [.. proofs.Select(proof => proof.Steps.Real.Single(real => real.Harm == harm))];
                return new[]
                {
                    HarmWords.Of(harm), Number(found.Where(real => real.Possible).Sum(real => real.Tried.Sum())),
                }.Concat(found.Select(Survived)).ToArray();
            }));
    }

    private static string Survived(RealFinding real)
    {
        int survives = real.Survives(WrongSet.Most);
        return !real.Possible ? "-" : survives < 0 ? "none" : Number(survives);
    }

    private static void WriteBroken(Sheet sheet, ProfileProof proof)
    {
        foreach (Finding finding in proof.Findings.Where(finding => finding.Broken is not null))
        {
            sheet.Line($"{proof.Name}: {finding.Name}:{finding.Broken}");
        }

        foreach (RealFinding real in proof.Steps.Real.Where(real => real.IsBroken))
        {
            int wrong = Array.FindIndex(real.Broken, broken => broken is not null);
            sheet.Line(Invariant($"{proof.Name}: {real.Name}, with {wrong} wrong sensors:{real.Broken[wrong]}"));
        }

        foreach (string row in proof.DeadRows)
        {
            sheet.Line($"{proof.Name}: never taken: {row}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
