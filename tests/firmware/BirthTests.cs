using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Firmware;

/// <summary>The first message of a connection, as a city reads it.</summary>
public sealed class BirthTests
{
    private readonly BayRig _rig = new();

    [Fact]
    public void Birth_says_how_everything_stands_when_the_connection_is_up()
    {
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal);
        _rig.Uplink.Link = UplinkLink.Up;
        _rig.Pass(2);
        Contract.Birth birth = Births.Single();
        Assert.Equal((Contract.NodeKind.Bays, _rig.Node.Journal.Identity), (birth.NodeKind, birth.Journal));
        Assert.Equal((birth.Journal, birth.Boot, birth.LastSequence),
            (birth.Snapshot.Journal, birth.Snapshot.Boot, birth.Snapshot.LastSequence));
        Assert.Equal(
            [(1u, Contract.BayPresence.Occupied, 1002u, 970u), (2u, Contract.BayPresence.Empty, 0u, 0u)],
            birth.Snapshot.Bays.Select(bay => (bay.Bay, bay.Presence, bay.PackSerial, bay.ChargePermille)));
    }

    [Fact]
    public void Birth_on_request_and_after_a_reconnect_is_as_of_then()
    {
        _rig.Uplink.Link = UplinkLink.Up;
        _rig.Pass(2);
        _rig.Node.TakeOutOfService(Issuer.Local, 0, _rig.NowMs);
        _rig.Node.Uplink.ResendBirth();
        _rig.Pass(2);
        _rig.Uplink.Link = UplinkLink.Down;
        _rig.Pass();
        _rig.Put(_rig.Normal);
        _rig.Uplink.Link = UplinkLink.Up;
        _rig.Pass(2);
        Assert.Equal(
            [
                (false, Contract.BayPresence.Empty), (true, Contract.BayPresence.Empty),
                (true, Contract.BayPresence.Occupied),
            ],
            Births.Select(birth => (birth.Snapshot.ClosedLocally, birth.Snapshot.Bays[0].Presence)));
        Assert.Equal(["online", "maintenance", "maintenance"],
            _rig.Uplink.On("state").Select(bytes => Ascii.Read(bytes, 0, bytes.Length)));
    }

    private IEnumerable<Contract.Birth> Births =>
        _rig.Uplink.On("birth").Select(bytes => Contract.Birth.Parser.ParseFrom(bytes));
}
