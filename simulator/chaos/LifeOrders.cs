using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// What the city asks of one node in a life, what a stranger sends to the same topic, and what became of both.
/// </summary>
/// <param name="path"><c>city/station/node</c>.</param>
/// <param name="key">That the node shares with the city.</param>
/// <param name="random">Chance of its own.</param>
public sealed class LifeOrders(string path, byte[] key, Prng random)
{
    /// <summary>Order number of everything that a stranger sends.</summary>
    public const ulong StrangersNumber = 666;

    /// <summary>What a charger of a life's bays draws.</summary>
    public const int ChargerW = 100_000;

    private const ulong StrangersId = 1ul << 40;

    /// <summary>Numbers of orders that close and open a node, behind their ids.</summary>
    private const ulong ServiceOrders = 1_000;

    private static readonly CommandOperation[] All =
    [
        CommandOperation.AuthoriseSwap, CommandOperation.RequestSwap, CommandOperation.AbortSwap,
        CommandOperation.AbortSwap, CommandOperation.LimitPower, CommandOperation.ScheduleCharging,
        CommandOperation.QuerySnapshot, CommandOperation.SelfTest, CommandOperation.ResendBirth,
        CommandOperation.TakeOutOfService,
    ];

    private readonly List<LifeOrder> _sent = [];
    private readonly OrderEffects _effects = new();
    private ulong _strangers = StrangersId;

    public IReadOnlyList<LifeOrder> Sent => _sent;

    /// <summary>Messages of the stranger.</summary>
    public int Forged { get; private set; }

    /// <summary>Commands whose end was told twice, and differently.</summary>
    public int Contradicted { get; private set; }

    /// <summary>Commands of which no end has been told.</summary>
    public IEnumerable<LifeOrder> Open => _sent.Where(order => order.End is null);

    /// <summary>Identity of the swap that runs at the node, 0 for none.</summary>
    public Func<uint> Running { get; set; } = () => 0;

    /// <summary>Somebody who is served only when the city says so.</summary>
    public string Guest { get; set; } = LifePlan.Stranger;

    /// <summary>Aborts that named the swap that ran.</summary>
    public int Aimed { get; private set; }

    /// <summary>A new command, genuine and fresh; a node that was closed is as a rule opened by the next.</summary>
    public byte[] Ask(long nowMs)
    {
        bool closed = _sent is [.., { Command.Operation: CommandOperation.TakeOutOfService }];
        return Send(closed && random.Between(0, 3) > 0
            ? CommandOperation.PutIntoService : All[random.Between(0, All.Length - 1)], nowMs);
    }

    /// <summary>At the end of a life, until the node says that it is open; null: it has, or is yet to answer.</summary>
    public byte[]? Reopen(long nowMs)
    {
        bool asked = _sent is [.., { Command.Operation: CommandOperation.PutIntoService } last]
            && (last.End is null or { State: ResultState.Done } or { Reason: CommandReason.NotOrdered });
        return asked ? null : Send(CommandOperation.PutIntoService, nowMs);
    }

    private byte[] Send(CommandOperation operation, long nowMs)
    {
        ulong id = (ulong)_sent.Count + 1;
        long utcMs = LifePlan.StartUtcMs + nowMs;
        ulong running = operation == CommandOperation.AbortSwap && random.Between(0, 3) > 0 ? Running() : 0;
        Aimed += running != 0 ? 1 : 0;
        CityCommand command = new(operation)
        {
            Vehicle = Guest,
            Number = operation != CommandOperation.AbortSwap ? ServiceOrders + id : running != 0 ? running : id,
            UntilUtcMs = utcMs + random.Between(30_000, 600_000),
            Bay = random.Between(0, 2),
            Periods = Periods(operation == CommandOperation.ScheduleCharging ? 3 : 1, utcMs),
        };
        LifeOrder order = new(id, command, command.Sign(path, id, id, utcMs, key));
        _sent.Add(order);
        return order.Message;
    }

    private ChargingPeriod[] Periods(int count, long utcMs) =>
    [
        .. Enumerable.Range(0, count).Select(index => new ChargingPeriod(
            utcMs + (index * random.Between(5_000, 25_000)), random.Between(0, 2) * ChargerW)),
    ];

    /// <summary>What must have no effect: forged, replayed, long expired, or for another node.</summary>
    public byte[] Forge(long nowMs)
    {
        Forged++;
        _strangers++;
        CityCommand command = new(CommandOperation.TakeOutOfService) { Number = StrangersNumber };
        long utcMs = LifePlan.StartUtcMs + nowMs;
        byte[] Signed(string node, long atMs, byte[] with) => command.Sign(node, _strangers, _strangers, atMs, with);
        return random.Between(0, 3) switch
        {
            0 => Signed(path, utcMs, new byte[key.Length]),
            1 => Signed(path, utcMs - (long)TimeSpan.FromDays(60).TotalMilliseconds, key),
            2 => Signed(path + "0", utcMs, key),
            _ => _sent.Count == 0
                ? Signed(path, utcMs, new byte[key.Length])
                : _sent[random.Between(0, _sent.Count - 1)].Message,
        };
    }

    /// <summary>What a node says became of a command.</summary>
    public void Take(byte[] payload)
    {
        if (!CityResult.TryRead(payload, out CityResult? result) || result.State < ResultState.Done || result.IsNotYet
            || _sent.Find(sent => sent.Id == result.Id && sent.Id == result.Counter) is not { } order)
        {
            return;
        }

        if (order.End is null)
        {
            order.End = result;
        }
        else if (order.End != result && !IsOfAReplay(result))
        {
            Contradicted++;
        }
    }

    /// <summary>Effects in the node's journals that no command, or an earlier one already, accounts for.</summary>
    public long WrongIn(IEnumerable<byte[]> events) => _effects.Count(events, _sent, Guest);

    /// <summary>A node that has restarted says to a command that comes again that its counter is an old one.</summary>
    private static bool IsOfAReplay(CityResult result) =>
        result.Reason is CommandReason.CounterOld or CommandReason.Repeated or CommandReason.Expired;
}
