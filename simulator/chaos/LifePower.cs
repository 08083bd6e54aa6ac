using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Judges whether the chargers of a node keep to the limits that it says it has obeyed. Only of a node whose clock is
/// right: a limit has civil times.
/// </summary>
/// <param name="bays">Numbers of its bays.</param>
/// <param name="orders">What the city has asked of it.</param>
public sealed class LifePower(int[] bays, LifeOrders orders)
{
    /// <summary>Passes that a permit may take until it is gone.</summary>
    private const int MostPasses = 3;

    private readonly Dictionary<int, CityCommand> _inForce = [];
    private int _passes;

    /// <summary>Times that a limit was exceeded.</summary>
    public int Exceeded { get; private set; }

    /// <summary>The node forgets all limits in a restart.</summary>
    public void Restart() => _inForce.Clear();

    /// <summary>An event that the node has stored.</summary>
    public void Take(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        bool limits = (CommandOperation)record.Value
            is CommandOperation.LimitPower or CommandOperation.ScheduleCharging;
        if (record.Kind == EventKind.Audit && record.Action == AuditAction.CommandDone && limits
            && orders.Sent.FirstOrDefault(sent => sent.Id == record.OrderNumber) is { } order)
        {
            _inForce[order.Command.Bay] = order.Command;
        }
    }

    /// <param name="utcMs">Civil time of the node.</param>
    /// <param name="permitted">Whether the bay at a place may charge.</param>
    public void Check(long utcMs, Func<int, bool> permitted)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        bool over = Drawn(permitted) > LimitOf(0, utcMs);
        for (int place = 0; place < bays.Length && !over; place++)
        {
            over = permitted(place) && LimitOf(bays[place], utcMs) < LifeOrders.ChargerW;
        }

        _passes = over ? _passes + 1 : 0;
        Exceeded += _passes == MostPasses ? 1 : 0;
    }

    private long Drawn(Func<int, bool> permitted) =>
        Enumerable.Range(0, bays.Length).Count(permitted) * (long)LifeOrders.ChargerW;

    private long LimitOf(int bay, long utcMs)
    {
        if (!_inForce.TryGetValue(bay, out CityCommand? command) || utcMs >= command.UntilUtcMs)
        {
            return long.MaxValue;
        }

        bool schedule = command.Operation == CommandOperation.ScheduleCharging;
        return command.Periods.Where(period => !schedule || period.StartUtcMs <= utcMs)
            .OrderBy(period => period.StartUtcMs).LastOrDefault()?.LimitW ?? long.MaxValue;
    }
}
