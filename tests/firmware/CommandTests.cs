using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>Which commands are obeyed and which are not. The one that is sent would close the lane.</summary>
public sealed class CommandTests
{
    private readonly LaneRig _rig = new();
    private readonly CommandDesk _desk;

    public CommandTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, "linfen/station-1/lane-1");
        _rig.Pass(3);
    }

    [Fact]
    public void A_genuine_and_new_command_is_accepted_obeyed_told_and_audited()
    {
        Assert.Contains("swap/v1/linfen/station-1/lane-1/command", _rig.Uplink.Subscriptions);
        Contract.CommandBody body = _desk.Send(Close);
        _rig.Pass(5);
        Assert.True(_rig.Node.Latch.IsSetBy(Issuer.City));
        Assert.Equal(77ul, _rig.Node.Latch.City.Number);
        Assert.Equal([State.Accepted, State.Done], _desk.Results.Select(result => result.State));
        Assert.All(_desk.Results, result => Assert.Equal((body.Id, body.Counter), (result.Id, result.Counter)));
        EventRecord audit = Audits().Single(one => one.Action == AuditAction.CommandDone);
        Assert.Equal(
            (Issuer.City, body.Id, 0, (int)CommandOperation.TakeOutOfService),
            (audit.Issuer, audit.OrderNumber, audit.Reason, audit.Value));
        Assert.False(_rig.Uplink.Published.Last(one => one.Topic.EndsWith("/result", StringComparison.Ordinal)).Retain);
    }

    public static TheoryData<string> Refusals => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_refused_is_told_with_its_reason_audited_once_and_changes_nothing(string what)
    {
        (Reason reason, Action<CommandTests> send) = Table[what];
        string before = Everything();
        send(this);
        _rig.Pass(5);
        Assert.Equal((State.Rejected, reason), _desk.Last);
        Assert.Equal(before, Everything());
        EventRecord audit = Assert.Single(Audits());
        Assert.Equal((AuditAction.CommandRejected, (int)reason, 1u), (audit.Action, audit.Reason, audit.Count));
        Assert.Equal(reason > Reason.NotAuthentic, audit.OrderNumber != 0);
        Assert.Equal(1u, _rig.Node.Uplink.Commands.Refused.Count);
    }

    [Fact]
    public void Nothing_is_obeyed_while_nobody_knows_the_time()
    {
        LaneRig rig = new(time: TimeQuality.Unknown);
        CommandDesk desk = new(rig.Uplink, rig.Clock, "linfen/station-1/lane-1");
        rig.Pass(3);
        desk.Send(Close);
        rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.TimeUnknown), desk.Last);
        Assert.False(rig.Node.Latch.IsSet);
    }

    [Fact]
    public void A_command_that_expired_while_the_power_was_off_is_not_obeyed_by_a_held_time()
    {
        LaneRig rig = new();
        CommandDesk desk = new(rig.Uplink, rig.Clock, "linfen/station-1/lane-1");
        rig.Pass(3);
        byte[] withheld = CommandDesk.Sign(desk.Body(Close));
        rig.Restart();
        rig.Clock.UtcMs += 3_600_000;
        rig.Clock.UtcQuality = TimeQuality.Unknown;
        rig.Restart();
        rig.Pass(3);
        desk.Deliver(withheld);
        rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.TimeUnknown), desk.Last);
        AckRecord ack = new() { Journal = rig.Node.Journal.Identity, CityUtcMs = rig.Clock.UtcMs };
        rig.Uplink.Deliver("swap/v1/linfen/station-1/lane-1/ack", Acknowledgement(ack));
        rig.Pass(30);
        desk.Deliver(withheld);
        rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.Expired), desk.Last);
        Assert.False(rig.Node.Latch.IsSet);
        rig.Pass(30);
        desk.Send(Close);
        rig.Pass(5);
        Assert.True(rig.Node.Latch.IsSetBy(Issuer.City));
    }

    [Fact]
    public void Any_changed_bit_of_a_command_is_refused()
    {
        byte[] message = CommandDesk.Sign(_desk.Body(Close));
        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            byte[] changed = (byte[])message.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            _desk.Deliver(changed);
            _rig.Pass();
        }

        _rig.Pass(5);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((uint)message.Length * 8, _rig.Node.Uplink.Commands.Refused.Count);
        Assert.DoesNotContain("command-0", _rig.Store.Files.Keys);
    }

    [Fact]
    public void A_command_that_comes_again_gets_its_result_again_and_has_no_second_effect()
    {
        Contract.CommandBody body = _desk.Send(Close);
        _rig.Pass(5);
        _rig.Node.Latch.Clear(Issuer.City, 0, _rig.NowMs);
        _rig.Pass(25);
        int told = _desk.Results.Length;
        _desk.Send(body);
        _rig.Pass(5);
        Assert.Equal(told + 1, _desk.Results.Length);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.False(_rig.Node.Latch.IsSet);
        _rig.Restart();
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(5);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.False(_rig.Node.Latch.IsSet);
    }

    [Fact]
    public void A_forged_copy_of_a_command_says_nothing_of_the_command()
    {
        Contract.CommandBody body = _desk.Send(Close);
        _rig.Pass(30);
        _desk.Send(body, [1, 2, 3]);
        _desk.Deliver(CommandDesk.Sign(body), retained: true);
        _rig.Pass(50);
        Assert.Equal([Reason.NotAuthentic, Reason.Retained], _desk.Results.TakeLast(2).Select(result => result.Reason));
        Assert.All(_desk.Results.TakeLast(2), result => Assert.Equal((0ul, 0ul), (result.Id, result.Counter)));
    }

    [Fact]
    public void A_flood_of_replays_is_answered_once_a_second_and_audited_once_in_ten_minutes()
    {
        Contract.CommandBody body = _desk.Send(Close);
        _rig.Pass(5);
        int told = _desk.Results.Length;
        for (int i = 0; i < 2000; i++)
        {
            _desk.Send(body);
            _desk.Send(body, [1, 2, 3]);
            _rig.Pass();
        }

        Assert.InRange(_desk.Results.Length - told, 150, 210);
        Assert.Equal(4000u, _rig.Node.Uplink.Commands.Refused.Count);
        Assert.InRange(Audits().Count(audit => audit.Count != 0), 1, 1);
        _rig.Pass(12_000);
        Assert.Equal(4000, Audits().Sum(audit => audit.Count));
        Assert.Equal(2, Audits().Count(audit => audit.Count != 0));
    }

    [Fact]
    public void Commands_that_overtake_each_other_are_obeyed_only_in_the_order_of_their_counters()
    {
        Contract.CommandBody close = _desk.Body(Close);
        _desk.Send(body => body.PutIntoService = new Contract.ServiceOrder());
        _desk.Send(close);
        _rig.Pass(8);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Contains(_desk.Results, result => result.Id == close.Id && result.Reason == Reason.CounterOld);
    }

    [Fact]
    public void More_commands_than_there_is_room_for_wait_with_the_city()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Pass(2);
        Assert.True(_rig.Node.Lane.Moving);
        for (int i = 0; i < Commands.Room + 1; i++)
        {
            _desk.Send();
        }

        _rig.Pass(4);
        Contract.Result refused = _desk.Results.Single(result => result.State == State.Rejected);
        Assert.Equal(Reason.QueueFull, refused.Reason);
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(40);
        Assert.Equal(Commands.Room, _desk.Results.Count(result => result.State == State.Done));
        Contract.CommandBody again = _desk.Body();
        again.Counter = refused.Counter;
        _desk.Send(again);
        _rig.Pass(5);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
    }

    [Fact]
    public void Nothing_is_obeyed_in_motion_and_what_expires_meanwhile_never_is()
    {
        _rig.DriveTo(Phase.Lifting);
        _desk.Send(Close);
        _rig.Pass(20);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((State.Accepted, Reason.Unspecified), _desk.Last);
        _rig.Clock.UtcMs += 60_000;
        _rig.DriveTo(Phase.Stowing);
        _rig.Pass(10);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((State.Expired, Reason.Expired), _desk.Last);
    }

    [Fact]
    public void A_store_that_refuses_the_counter_lets_nothing_be_obeyed()
    {
        _rig.Store.Answer = StoreResult.Failed;
        Contract.CommandBody body = _desk.Send(Close);
        _rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.StoreRefused), _desk.Last);
        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(5);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((State.Rejected, Reason.StoreRefused), _desk.Last);
        _desk.Send(Close);
        _rig.Pass(5);
        Assert.True(_rig.Node.Latch.IsSet);
    }

    private static Dictionary<string, (Reason Reason, Action<CommandTests> Send)> Table => new()
    {
        ["forged"] = (Reason.NotAuthentic, test => test._desk.Send(test._desk.Body(Close), [1, 2, 3])),
        ["of another purpose"] = (Reason.Unparsable, test => test._desk.Send(new Contract.AckBody
        {
            Kind = Contract.SignedKind.Ack, Journal = 1, EventThrough = 1,
        })),
        ["another node's"] = (Reason.OtherNode, test => test._desk.Send(body =>
        {
            Close(body);
            body.Node = "linfen/station-1/lane-2";
        })),
        ["nobody's"] = (Reason.OtherNode, test => test._desk.Send(body => body.Node = "")),
        ["expired"] = (Reason.Expired, test => test._desk.Send(body =>
        {
            Close(body);
            body.ExpiryUtcMs = test._desk.UtcMs;
        })),
        ["without expiry"] = (Reason.Expired, test => test._desk.Send(body => body.ExpiryUtcMs = 0)),
        ["before all time"] = (Reason.Expired, test => test._desk.Send(body => body.ExpiryUtcMs = long.MinValue)),
        ["for ever"] = (Reason.ExpiryTooFar, test => test._desk.Send(body => body.ExpiryUtcMs = long.MaxValue)),
        ["a day and a moment"] = (Reason.ExpiryTooFar, test => test._desk.Send(body =>
            body.ExpiryUtcMs = test._desk.UtcMs + CommandCheck.HorizonMs + 1)),
        ["without counter"] = (Reason.CounterOld, test => test._desk.Send(body => body.Counter = 0)),
        ["retained"] = (Reason.Retained, test =>
            test._desk.Deliver(CommandDesk.Sign(test._desk.Body(Close)), retained: true)),
        ["oversized"] = (Reason.TooLong, test => test._desk.Deliver(CommandDesk.Sign(test._desk.Body(body =>
            body.Node = new string('n', Commands.LongestMessage))))),
        ["longer than any room"] = (Reason.TooLong, test => test._desk.Deliver(new byte[2000])),
        ["no Protocol Buffers"] = (Reason.Unparsable, test => test._desk.Deliver([0xFF, 0xFF, 0xFF, 0xFF])),
        ["empty"] = (Reason.Unparsable, test => test._desk.Deliver([])),
        ["with a name that has no room"] = (Reason.Unparsable, test => test._desk.Send(body =>
            body.AuthoriseSwap = new Contract.SwapGrant { Vehicle = new string('v', 18) })),
        ["with an order that has no room"] = (Reason.Unparsable, test => test._desk.Send(body =>
            body.AuthoriseSwap = new Contract.SwapGrant { Order = new string('o', 33) })),
    };

    private static void Close(Contract.CommandBody body) =>
        body.TakeOutOfService = new Contract.ServiceOrder { Number = 77 };

    private static byte[] Acknowledgement(AckRecord ack)
    {
        byte[] payload = new byte[200];
        int length = AckWriter.Encode(ack, payload, 0);
        byte[] mac = new byte[32];
        new KeyedMac(new byte[32]).Compute(payload, ack.BodyOffset, ack.BodyLength, mac);
        mac.CopyTo(payload, ack.MacOffset);
        return payload[..length];
    }

    /// <summary>What no refusal may change: latch, outputs, counter, and the journal but for the audit of it.</summary>
    private string Everything() => string.Join(
        ' ',
        _rig.Node.Latch.IsSet,
        _rig.Phase,
        _rig.Drives,
        _rig.Store.Files.ContainsKey("command-0"),
        _rig.Store.Files.ContainsKey("latch-0"),
        SwapEvents.Of(_rig.Node.Journal).Count(record => record.Kind != EventKind.Audit));

    private EventRecord[] Audits() =>
        [.. SwapEvents.Of(_rig.Node.Journal).Where(record => record.Kind == EventKind.Audit)];
}
