using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Lamps, signs and horns. Nothing reads them back, so a person is asked, and answers at the station: confirm means
/// "I see it" or "I hear it". What the node gives is seen first; a person's word is told as such.
/// </summary>
public sealed class SignSteps(CommissionWatch watch)
{
    // What maintenance shows by itself, and what must be caused; the vehicle's permit is given after a swap only.
    private static readonly (Drive Sign, string Cause)[] Signs =
    [
        (Drive.HoldVehicle, ""), (Drive.ShowClosed, ""), (Drive.CallPerson, "do.call-person"),
        (Drive.SoundAlarm, "do.sound-alarm"),
    ];

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All =>
    [
        .. Signs.Select(row => new CommissionStep(NameOf(row.Sign), () => Ask(row.Sign, row.Cause))),
        new(NameOf(Drive.ReleaseVehicle), () => new CommissionResult(
            NameOf(Drive.ReleaseVehicle), CommissionOutcome.NotJudged, Expected(Drive.ReleaseVehicle),
            _texts.Of("seen.at-first-swap"))),
    ];

    private static string NameOf(Drive sign) => "signs/" + Words.Of(sign).Replace(' ', '-');

    private string Expected(Drive sign) => _texts.Of("expect.sign", _texts.Name(sign));

    private CommissionResult Ask(Drive sign, string cause)
    {
        Sighting last = watch.Begin();
        if (cause.Length > 0)
        {
            watch.Say(_texts.Of(cause));
        }

        bool given = watch.Until(
            now => ((now.Given | now.GivenSince) & sign) != Drive.None, _ => { }, ref last);
        if (!given)
        {
            return Of(sign, CommissionOutcome.Failed, "seen.sign-not-given");
        }

        // Anew: a confirm that brought the node back into maintenance is no answer.
        last = watch.Begin();
        watch.Say(_texts.Of(cause.Length > 0 ? "ask.sign-was" : "ask.sign", _texts.Name(sign)));
        bool answered = watch.Until(
            now => now.Of(0)?.HasChanged((int)LaneSensor.ConfirmPressed) == true, _ => { }, ref last);
        return Of(
            sign, answered ? CommissionOutcome.Passed : CommissionOutcome.Failed,
            answered ? "seen.sign-told" : "seen.sign-not-told");
    }

    private CommissionResult Of(Drive sign, CommissionOutcome outcome, string seen) =>
        new(NameOf(sign), outcome, Expected(sign), _texts.Of(seen));
}
