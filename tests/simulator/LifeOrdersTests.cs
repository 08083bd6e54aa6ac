using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The judge of the commands in a life, shown what it is there to find.</summary>
public sealed class LifeOrdersTests
{
    private readonly LifeOrders _orders = new("chaos/life/lane-1", new byte[32], new Prng(1));

    public LifeOrdersTests()
    {
        _orders.Reopen(1_000);
        _orders.Ask(2_000);
    }

    [Fact]
    public void A_command_is_open_until_its_end_is_told_and_accepted_is_no_end()
    {
        Assert.Equal(2, _orders.Open.Count());
        Tell(1, ResultState.Accepted);
        Assert.Equal(2, _orders.Open.Count());
        Tell(1, ResultState.Rejected, CommandReason.TimeUnknown);
        Assert.Equal(2, _orders.Open.Count());
        Tell(1, ResultState.Done);
        Tell(1, ResultState.Done);
        Assert.Equal(2ul, Assert.Single(_orders.Open).Id);
        Assert.Equal(0, _orders.Contradicted);
    }

    [Fact]
    public void Two_different_ends_contradict_but_not_that_a_replay_has_an_old_counter()
    {
        Tell(1, ResultState.Done);
        Tell(1, ResultState.Rejected, CommandReason.CounterOld);
        Assert.Equal(0, _orders.Contradicted);
        Tell(1, ResultState.Failed, CommandReason.OutcomeUnknown);
        Assert.Equal(1, _orders.Contradicted);
    }

    [Fact]
    public void Only_what_the_city_asked_for_may_have_an_effect_and_only_once()
    {
        byte[] first = Audit(AuditAction.CommandDone, 1);
        byte[] second = Audit(AuditAction.CommandDone, 2);
        Assert.Equal(0, _orders.WrongIn([first, second, Audit(AuditAction.CommandRejected, 3)]));
        Assert.Equal(1, _orders.WrongIn([first, second, first]));
        Assert.Equal(1, _orders.WrongIn([Audit(AuditAction.CommandDone, 3)]));
        Assert.Equal(1, _orders.WrongIn([Audit(AuditAction.TakenOutOfService, LifeOrders.StrangersNumber)]));
        Assert.Equal(0, _orders.WrongIn([Audit(AuditAction.TakenOutOfService, 7)]));
    }

    [Fact]
    public void A_swap_that_begins_while_the_city_has_closed_the_node_is_found_but_not_after_a_restart()
    {
        byte[] closed = Audit(AuditAction.TakenOutOfService, 7);
        byte[] opened = Audit(AuditAction.PutIntoService, 8);
        Assert.Equal(1, _orders.WrongIn([closed, Started(0)]));
        Assert.Equal(0, _orders.WrongIn([closed, opened, Started(0)]));
        Assert.Equal(0, _orders.WrongIn([closed, Started(1)]));
    }

    [Fact]
    public void A_guest_is_served_only_when_the_city_has_said_so()
    {
        while (_orders.Sent[^1].Command.Operation != CommandOperation.RequestSwap)
        {
            _orders.Ask(3_000);
        }

        byte[] served = Served();
        Assert.Equal(1, _orders.WrongIn([served]));
        Assert.Equal(0, _orders.WrongIn([Audit(AuditAction.CommandDone, _orders.Sent[^1].Id), served]));
    }

    [Fact]
    public void An_order_closes_the_node_once_and_only_when_it_was_given()
    {
        ulong number = _orders.Sent[0].Command.Number;
        byte[] opened = Audit(AuditAction.PutIntoService, number);
        Assert.Equal(0, _orders.WrongIn([opened]));
        Assert.Equal(1, _orders.WrongIn([opened, opened]));
        Assert.Equal(1, _orders.WrongIn([Audit(AuditAction.TakenOutOfService, number)]));
    }

    private static byte[] Started(uint boot) => Encode(new EventRecord
    {
        Kind = EventKind.SwapStarted, Journal = 9, Sequence = 2, Boot = boot,
    });

    private static byte[] Served()
    {
        EventRecord record = new() { Kind = EventKind.SwapEnded, Journal = 9, Sequence = 3 };
        record.Summary.Result = SwapResult.Completed;
        record.VehicleLength = Ascii.Write(LifePlan.Stranger, record.Vehicle, 0);
        return Encode(record);
    }

    private static byte[] Encode(EventRecord record)
    {
        byte[] bytes = new byte[EventCodec.MaxLength];
        return bytes[..EventCodec.Encode(record, bytes, 0)];
    }

    private static byte[] Audit(AuditAction action, ulong number)
    {
        EventRecord record = new()
        {
            Kind = EventKind.Audit, Journal = 9, Sequence = 1, Action = action, Issuer = Issuer.City,
            OrderNumber = number,
        };
        return Encode(record);
    }

    private void Tell(ulong id, ResultState state, CommandReason reason = CommandReason.None)
    {
        byte[] bytes = new byte[64];
        CommandRecord record = new() { Id = id, Counter = id, State = state, Reason = reason };
        _orders.Take(bytes[..CommandCodec.EncodeResult(record, bytes, 0)]);
    }
}
