using SwapEdge.Firmware;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The pins of bays that a technician works; some bays may be wired to another's contacts.</summary>
internal sealed class WorkedBayIo(IBayIo bays, int count) : IBayIo
{
    private readonly BayInputs _other = new();

    public PlaceHand[] Hands { get; } = [.. Enumerable.Range(0, count).Select(_ => new PlaceHand())];

    /// <summary>The contacts for a pack of the first two bays are exchanged.</summary>
    public bool Crossed { get; set; }

    /// <summary>Bays whose enable wire is not connected.</summary>
    public HashSet<int> Parted { get; } = [];

    /// <summary>A key is on at every panel.</summary>
    public bool Attended { get; set; }

    public void Read(int index, BayInputs into)
    {
        Work(index, into);
        if (Crossed && index < 2)
        {
            Work(1 - index, _other);
            into.PackPresent = _other.PackPresent;
        }
    }

    public void Write(int index, bool chargePermitted) =>
        bays.Write(index, chargePermitted && !Parted.Contains(index));

    private void Work(int index, BayInputs into)
    {
        PlaceHand hand = Hands[index];
        bays.Read(index, into);
        into.PackPresent ^= hand.Works("pack-present");
        into.BayClear ^= hand.Works("bay-clear");
        into.SmokeLoopClosed ^= hand.Works("smoke-free");
        into.Operator.KeySwitchOn = Attended ^ hand.Works("key");
        into.Operator.ConfirmPressed = hand.Confirms | hand.Works("confirm");
        into.Operator.Request = hand.Asks;
    }
}
