using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Drives by hand, asked for by a person on the pendant; the tool only looks. As outputs each one alone: it is given,
/// or refused as its interlock says, and taken away with the button. As a test swap all of them in order, each given,
/// with what follows from it.
/// </summary>
public sealed class DriveSteps(CommissionWatch watch)
{
    private const Fact Contradictions = Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn
        | Fact.LockContradicts | Fact.LockSignalLost | Fact.LockImplausible | Fact.SensorsContradict;

    private static readonly (Drive Drive, Fact Brings, Fact Ends)[] Order =
    [
        (Drive.Grip, Fact.HoistGrips, Fact.None),
        (Drive.Unlock, Fact.LockOpen, Fact.LockClosed),
        (Drive.Lift, Fact.HoistRaised | Fact.HoistLoaded, Fact.PackOnVehicle),
        (Drive.Place, Fact.PackInPlace | Fact.ConnectorMated, Fact.HoistRaised),
        (Drive.Lock, Fact.LockClosed, Fact.LockOpen),
        (Drive.Withdraw, Fact.HoistRaised, Fact.HoistGrips),
    ];

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> Outputs => Order.Select(row => new CommissionStep(
        NameOf("outputs", row.Drive), () => Walk("outputs", row.Drive, Fact.None, Fact.None, mayBeRefused: true)));

    public IEnumerable<CommissionStep> Swap => Order.Select(row => new CommissionStep(
        NameOf("swap", row.Drive), () => Walk("swap", row.Drive, row.Brings, row.Ends, mayBeRefused: false)));

    private static string NameOf(string group, Drive drive) => $"{group}/{Words.Of(drive)}";

    private CommissionResult Walk(string group, Drive drive, Fact brings, Fact ends, bool mayBeRefused)
    {
        string name = NameOf(group, drive);
        string button = _texts.Of($"drive.{Words.Of(drive)}");
        string expected = _texts.Of(mayBeRefused ? "expect.output" : "expect.swap", button);
        Sighting last = watch.Begin();
        watch.Say(_texts.Of("do.hold", button));
        bool refused = false;
        string told = "";
        bool done = watch.Until(
            now =>
            {
                bool given = (now.Given & now.Asked & drive) != Drive.None;
                refused = mayBeRefused && now.Asked == drive && (now.Given & Drive.Motion) == Drive.None
                    && Interlocks.ByHand(drive, now.Facts) == Drive.None;
                return refused || (given && (now.Facts & brings) == brings && (now.Facts & ends) == Fact.None);
            },
            now => told = Hint(drive, now, told),
            ref last);
        string seen = refused ? _texts.Of("seen.refused", Missing(drive, last.Facts))
            : _texts.Of(mayBeRefused ? "seen.given" : "seen.followed");
        if (!done)
        {
            return new CommissionResult(name, CommissionOutcome.Failed, expected, Why(drive, last, brings, ends));
        }

        watch.Say(_texts.Of("do.release", button));
        bool away = watch.Until(
            now => now.Asked == Drive.None && (now.Given & Drive.Motion) == Drive.None, _ => { }, ref last);
        return new CommissionResult(
            name, away ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected,
            away ? seen : _texts.Of("seen.not-taken-away", Flags(last.Asked), Flags(last.Given & Drive.Motion)));
    }

    private string Hint(Drive drive, Sighting now, string told)
    {
        string hint = now.Asked != Drive.None && now.Asked != drive ? _texts.Of("hint.button", Flags(now.Asked))
            : now.Asked == drive && (now.Given & drive) == Drive.None
                ? _texts.Of("seen.refused", Missing(drive, now.Facts)) : "";
        if (hint.Length > 0 && hint != told)
        {
            watch.Say(hint);
        }

        return hint.Length > 0 ? hint : told;
    }

    private string Why(Drive drive, Sighting last, Fact brings, Fact ends) =>
        (last.AskedSince & drive) == Drive.None
            ? _texts.Of("seen.no-button") + (last.AskedSince == Drive.None ? ""
                : " " + _texts.Of("hint.button", Flags(last.AskedSince)))
        : (last.GivenSince & drive) == Drive.None ? _texts.Of("seen.refused", Missing(drive, last.Facts))
        : _texts.Of("seen.no-feedback", Flags((brings & ~last.Facts) | (ends & last.Facts)));

    private static string Flags<T>(T flags)
        where T : struct, Enum => string.Join(", ", Words.OfFlags(flags, default));

    /// <summary>What the interlock lacks, or what speaks against it.</summary>
    private static string Missing(Drive drive, Fact facts)
    {
        Fact lacks = Interlocks.Of(drive) & ~facts;
        Fact against = (Interlocks.Never(drive) | Contradictions) & facts;
        string missing = lacks == Fact.None ? "" : $"not: {Flags(lacks)}";
        return against == Fact.None ? missing
            : $"{missing}{(missing.Length > 0 ? "; " : "")}{Flags(against)}";
    }
}
