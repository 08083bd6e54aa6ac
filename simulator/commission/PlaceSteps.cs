using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Outputs of bays and doors with their feedback: the charge permit, which the node gives by its own rules, and the
/// contactor that follows it; at a cabinet the latch, opened by a person at the door.
/// </summary>
public sealed class PlaceSteps(CommissionWatch watch, Sighting node)
{
    private const int ShutBit = 0;
    private const int OpenBit = 1;
    private const int ContactorBit = 4;
    private const int PermitBit = 8;

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All => node.Places.SelectMany(place => new[]
    {
        new CommissionStep($"outputs/{place}-charge", () => Charge(place)),
        new CommissionStep($"outputs/{place}-latch", () => Latch(place)),
    }).Where(step => node.Of(0) is not null || !step.Name.EndsWith("-latch", StringComparison.Ordinal));

    private CommissionResult Charge(int place)
    {
        string expected = _texts.Of("expect.charge", place);
        Sighting last = watch.Begin();
        watch.Say(_texts.Of("do.charge", place));
        bool follows = watch.Until(
            now => now.Of(place) is { } levels && levels.IsOn(PermitBit) && !levels.IsOn(ContactorBit), _ => { },
            ref last);
        LevelsSeen? seen = last.Of(place);
        bool permitted = seen?.IsOn(PermitBit) == true;
        bool open = seen?.IsOn(ContactorBit) == true;
        return new CommissionResult(
            $"outputs/{place}-charge", follows ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected,
            _texts.Of(permitted ? "seen.permit" : "seen.no-permit")
            + _texts.Of(open ? "seen.contactor-open" : "seen.contactor-closed")
            + (follows ? "" : _texts.Of(permitted ? "hint.contactor" : open ? "hint.permit" : "hint.welded")));
    }

    private CommissionResult Latch(int place)
    {
        string name = $"outputs/{place}-latch";
        string expected = _texts.Of("expect.latch", place);
        Sighting last = watch.Begin();
        watch.Say(_texts.Of("do.latch", place));
        bool opened = watch.Until(
            now => (now.GivenSince & Drive.OpenDoor) != Drive.None && now.Of(place)?.HasChanged(OpenBit) == true,
            _ => { }, ref last);
        if (!opened)
        {
            bool given = (last.GivenSince & Drive.OpenDoor) != Drive.None;
            return new CommissionResult(
                name, CommissionOutcome.Failed, expected,
                _texts.Of(given ? "seen.no-door" : "seen.no-latch") + Others(place, last));
        }

        watch.Say(_texts.Of("do.shut", place));
        bool shut = watch.Until(
            now => (now.Given & Drive.OpenDoor) == Drive.None && now.Of(place)?.IsOn(ShutBit) == true, _ => { },
            ref last);
        return new CommissionResult(
            name, shut ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected,
            _texts.Of(shut ? "seen.latch" : "seen.not-shut"));
    }

    /// <summary>Doors that opened instead.</summary>
    private string Others(int place, Sighting seen)
    {
        string doors = string.Join(", ", node.Places
            .Where(other => other != place && seen.Of(other)?.HasChanged(OpenBit) == true)
            .Select(other => _texts.Of("name.place.door-open", other)));
        return doors.Length > 0 ? "." + _texts.Of("hint.other", doors) : "";
    }
}
