using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The judge of the chargers of a node, shown what it is there to find.</summary>
public sealed class LifePowerTests
{
    private readonly LifeOrders _orders = new("chaos/life/bays-1", new byte[32], new Prng(3));
    private readonly LifePower _power;

    public LifePowerTests()
    {
        _power = new LifePower([1, 2], _orders);
        while (!_orders.Sent.Any(IsNothing))
        {
            _orders.Ask(0);
        }
    }

    private LifeOrder Nothing => _orders.Sent.First(IsNothing);

    [Fact]
    public void A_charger_that_runs_when_nothing_is_allowed_is_found_unless_it_is_off_soon()
    {
        Check(5, charging: true);
        Obey();
        Check(2, charging: true);
        Check(2, charging: false);
        Assert.Equal(0, _power.Exceeded);
        Check(3, charging: true);
        Assert.Equal(1, _power.Exceeded);
    }

    [Fact]
    public void A_limit_is_forgotten_in_a_restart_and_over_when_its_time_is()
    {
        Obey();
        Check(5, charging: true, Nothing.Command.UntilUtcMs);
        Assert.Equal(0, _power.Exceeded);
        _power.Restart();
        Check(5, charging: true);
        Assert.Equal(0, _power.Exceeded);
    }

    private static bool IsNothing(LifeOrder order) => order.Command.Operation == CommandOperation.LimitPower
        && order.Command.Bay == 0 && order.Command.Periods[0].LimitW == 0;

    private void Obey() => _power.Take(new EventRecord
    {
        Kind = EventKind.Audit, Action = AuditAction.CommandDone, OrderNumber = Nothing.Id,
        Value = (int)CommandOperation.LimitPower,
    });

    private void Check(int passes, bool charging, long utcMs = 0)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            _power.Check(utcMs == 0 ? LifePlan.StartUtcMs : utcMs, place => charging && place == 1);
        }
    }
}
