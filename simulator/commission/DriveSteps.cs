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

    /// <summary>A pack hangs high, over a seat that has one.</summary>
    private const Fact Taken = Fact.HoistRaised | Fact.HoistLoaded | Fact.PackOnVehicle;

    private static readonly (Drive Drive, Fact Brings, Fact Ends)[] Order =
    [
        (Drive.Grip, Fact.HoistGrips, Fact.None),
        (Drive.Unlock, Fact.LockOpen, Fact.LockClosed),
        (Drive.Lift, Fact.HoistRaised | Fact.HoistLoaded, Fact.PackOnVehicle),
        (Drive.Place, Fact.PackInPlace | Fact.ConnectorMated, Fact.HoistRaised),
        (Drive.Lock, Fact.LockClosed, Fact.LockOpen),
        (Drive.Withdraw, Fact.HoistRaised, Fact.HoistGrips),
    ];

    // A hoist names no bay by hand.
    private static readonly Drive[] NotByHand = [Drive.Stow, Drive.Fetch];

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> Outputs =>
    [
        .. Order.Select(row => new CommissionStep(NameOf("outputs", row.Drive), () => Alone(row.Drive))),
        .. NotByHand.Select(drive => new CommissionStep(NameOf("outputs", drive), () => new CommissionResult(
            NameOf("outputs", drive), CommissionOutcome.NotJudged, _texts.Of("expect.not-by-hand", _texts.Name(drive)),
            _texts.Of("seen.at-first-swap")))),
    ];

    public IEnumerable<CommissionStep> Swap => Order.Select(row => new CommissionStep(
        NameOf("swap", row.Drive), () => InOrder(row.Drive, row.Brings, row.Ends)));

    /// <summary>
    /// Judges by what the node itself told: what is asked for, what is given, and the facts of the same pass.
    /// </summary>
    public static DriveVerdict Judge(Drive drive, Sighting now)
    {
        ArgumentNullException.ThrowIfNull(now);
        Drive moving = now.Given & Drive.Motion;
        bool allowed = Interlocks.ByHand(drive, now.Facts) == drive;
        return now.Asked != drive
                ? (now.Asked == Drive.None && moving != Drive.None ? DriveVerdict.OtherGiven : DriveVerdict.None)
            : (moving & ~drive) != Drive.None ? DriveVerdict.OtherGiven
            : moving != Drive.None ? (allowed ? DriveVerdict.Given : DriveVerdict.WronglyGiven)
            : allowed ? DriveVerdict.WronglyRefused : DriveVerdict.RightlyRefused;
    }

    private static string NameOf(string group, Drive drive) => $"{group}/{Words.Of(drive)}";

    /// <summary>As an output: given, or refused by its interlock. What is wrong must be so in two looks.</summary>
    private CommissionResult Alone(Drive drive)
    {
        string expected = _texts.Of("expect.output", _texts.Name(drive));
        Sighting last = watch.Begin();
        watch.Say(_texts.Of("do.hold", _texts.Name(drive)));
        DriveVerdict before = DriveVerdict.None;
        DriveVerdict verdict = DriveVerdict.None;
        string told = "";
        bool judged = watch.Until(
            now =>
            {
                before = verdict;
                verdict = Judge(drive, now);
                return verdict is DriveVerdict.Given or DriveVerdict.RightlyRefused
                    || (verdict == before && verdict != DriveVerdict.None);
            },
            now => told = Hint(drive, now, told),
            ref last);
        string name = NameOf("outputs", drive);
        return !judged ? new CommissionResult(
                name, CommissionOutcome.Failed, expected, Why(drive, last, Fact.None, Fact.None))
            : verdict is DriveVerdict.Given ? Release(name, drive, expected, _texts.Of("seen.given"), last)
            : verdict is DriveVerdict.RightlyRefused
                ? Release(name, drive, expected, _texts.Of("seen.refused", Missing(drive, last.Facts)), last)
            : new CommissionResult(name, CommissionOutcome.Failed, expected, verdict switch
            {
                DriveVerdict.WronglyGiven => _texts.Of("seen.wrongly-given", Missing(drive, last.Facts)),
                DriveVerdict.WronglyRefused => _texts.Of("seen.wrongly-refused"),
                _ => _texts.Of("seen.other-given", _texts.Names(last.Given & Drive.Motion & ~drive)),
            });
    }

    /// <summary>In a test swap: given, and what must follow follows.</summary>
    private CommissionResult InOrder(Drive drive, Fact brings, Fact ends)
    {
        string expected = _texts.Of("expect.swap", _texts.Name(drive));
        Sighting last = watch.Begin();
        watch.Say(_texts.Of("do.hold", _texts.Name(drive)));
        string told = "";
        bool done = watch.Until(
            now => Judge(drive, now) == DriveVerdict.Given && (now.Facts & brings) == brings
                && (now.Facts & ends) == Fact.None,
            now => told = Hint(drive, now, told),
            ref last);
        string name = NameOf("swap", drive);
        return done ? Release(name, drive, expected, _texts.Of("seen.followed"), last)
            : new CommissionResult(name, CommissionOutcome.Failed, expected, Why(drive, last, brings, ends));
    }

    private CommissionResult Release(string name, Drive drive, string expected, string seen, Sighting last)
    {
        watch.Say(_texts.Of("do.release", _texts.Name(drive)));
        bool away = watch.Until(
            now => now.Asked == Drive.None && (now.Given & Drive.Motion) == Drive.None, _ => { }, ref last);
        return new CommissionResult(
            name, away ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected,
            away ? seen : _texts.Of(
                "seen.not-taken-away", _texts.Names(last.Asked), _texts.Names(last.Given & Drive.Motion)));
    }

    private string Hint(Drive drive, Sighting now, string told)
    {
        string hint = now.Asked != Drive.None && now.Asked != drive ? _texts.Of("hint.button", _texts.Names(now.Asked))
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
                : " " + _texts.Of("hint.button", _texts.Names(last.AskedSince)))
        : (last.GivenSince & drive) == Drive.None ? _texts.Of("seen.refused", Missing(drive, last.Facts))
        : _texts.Of("seen.no-feedback", _texts.Names((brings & ~last.Facts) | (ends & last.Facts)))
            + _texts.Of("hint.feedback");

    /// <summary>What the interlock lacks, or what speaks against it.</summary>
    private string Missing(Drive drive, Fact facts)
    {
        Fact lacks = Interlocks.Of(drive) & ~facts;
        Fact against = (Interlocks.Never(drive) | Contradictions) & facts;
        against |= drive == Drive.Place && (facts & Taken) == Taken ? Taken : Fact.None;
        string missing = lacks == Fact.None ? "" : _texts.Of("seen.lacks", _texts.Names(lacks));
        return against == Fact.None ? missing
            : $"{missing}{(missing.Length > 0 ? "; " : "")}{_texts.Names(against)}";
    }
}
