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

    private const ulong StrangersId = 1ul << 40;
    private static readonly long StartUtcMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly List<LifeOrder> _sent = [];
    private readonly EventRecord _event = new();
    private ulong _strangers = StrangersId;

    public IReadOnlyList<LifeOrder> Sent => _sent;

    /// <summary>Messages of the stranger.</summary>
    public int Forged { get; private set; }

    /// <summary>Commands whose end was told twice, and differently.</summary>
    public int Contradicted { get; private set; }

    /// <summary>Commands of which no end has been told.</summary>
    public IEnumerable<LifeOrder> Open => _sent.Where(order => order.End is null);

    /// <summary>A new command, genuine and fresh.</summary>
    public byte[] Ask(long nowMs)
    {
        CommandOperation[] all =
        [
            CommandOperation.AuthoriseSwap, CommandOperation.AbortSwap, CommandOperation.LimitPower,
            CommandOperation.QuerySnapshot, CommandOperation.SelfTest, CommandOperation.ResendBirth,
        ];
        ulong id = (ulong)_sent.Count + 1;
        CityCommand command = new(all[random.Between(0, all.Length - 1)])
        {
            Vehicle = LifePlan.Stranger,
            Number = id,
            UntilUtcMs = StartUtcMs + nowMs + 600_000,
            Periods = [new ChargingPeriod(0, 100_000)],
        };
        LifeOrder order = new(id, command.Sign(path, id, id, StartUtcMs + nowMs, key));
        _sent.Add(order);
        return order.Message;
    }

    /// <summary>What must have no effect: forged, replayed, long expired, or for another node.</summary>
    public byte[] Forge(long nowMs)
    {
        Forged++;
        _strangers++;
        CityCommand command = new(CommandOperation.TakeOutOfService) { Number = StrangersNumber };
        long utcMs = StartUtcMs + nowMs;
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
        if (!CityResult.TryRead(payload, out CityResult? result) || result.State < ResultState.Done
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
    public long WrongIn(IEnumerable<byte[]> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        HashSet<ulong> done = [];
        long wrong = 0;
        foreach (byte[] bytes in events)
        {
            if (EventCodec.Decode(bytes, 0, bytes.Length, _event) != DecodeResult.Ok
                || _event.Kind != EventKind.Audit || _event.Issuer != Issuer.City)
            {
                continue;
            }

            bool strangers = _event.OrderNumber == StrangersNumber && _event.Action == AuditAction.TakenOutOfService;
            bool again = _event.Action == AuditAction.CommandDone
                && (!_sent.Exists(sent => sent.Id == _event.OrderNumber) || !done.Add(_event.OrderNumber));
            wrong += strangers || again ? 1 : 0;
        }

        return wrong;
    }

    /// <summary>A node that has restarted says to a command that comes again that its counter is an old one.</summary>
    private static bool IsOfAReplay(CityResult result) =>
        result.Reason is CommandReason.CounterOld or CommandReason.Repeated or CommandReason.Expired;
}
