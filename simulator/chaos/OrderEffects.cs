using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads a node's events for what commands have brought about: none that was not sent, none twice, no swap begun while
/// the city has closed the node, no guest served whom it has not authorised.
/// </summary>
internal sealed class OrderEffects
{
    /// <summary>Orders of a life's mishaps, which are no commands.</summary>
    private const ulong MostOfMishaps = 9;

    private readonly EventRecord _event = new();
    private readonly HashSet<ulong> _done = [];
    private readonly HashSet<(AuditAction, ulong)> _served = [];
    private uint _boot;
    private bool _closed;
    private bool _authorised;

    /// <param name="events">Of one node, in their order.</param>
    /// <param name="sent">All genuine commands.</param>
    /// <param name="guest">Who is served only when the city says so.</param>
    /// <returns>How many are wrong.</returns>
    public long Count(IEnumerable<byte[]> events, List<LifeOrder> sent, string guest)
    {
        ArgumentNullException.ThrowIfNull(events);
        _done.Clear();
        _served.Clear();
        (_boot, _closed, _authorised) = (0, false, false);
        long wrong = 0;
        foreach (byte[] bytes in events)
        {
            if (EventCodec.Decode(bytes, 0, bytes.Length, _event) == DecodeResult.Ok)
            {
                // A power cut may take the audit of an opening away, and leave the opening.
                _closed = _closed && _event.Boot == _boot;
                _boot = _event.Boot;
                wrong += _event.Kind == EventKind.Audit && _event.Issuer == Issuer.City
                    ? IsWrong(sent, guest) ? 1 : 0
                    : IsServedWrongly(guest) ? 1 : 0;
            }
        }

        return wrong;
    }

    private bool IsWrong(List<LifeOrder> sent, string guest)
    {
        if (_event.Action == AuditAction.CommandDone)
        {
            CityCommand? command = sent.Find(each => each.Id == _event.OrderNumber)?.Command;
            _authorised |= command?.Vehicle == guest
                && command.Operation is CommandOperation.AuthoriseSwap or CommandOperation.RequestSwap;
            return command is null || !_done.Add(_event.OrderNumber);
        }

        if (_event.Action is not (AuditAction.TakenOutOfService or AuditAction.PutIntoService))
        {
            return false;
        }

        bool closes = _event.Action == AuditAction.TakenOutOfService;
        _closed = closes;
        CommandOperation operation = closes ? CommandOperation.TakeOutOfService : CommandOperation.PutIntoService;
        bool ordered = sent.Exists(each =>
            each.Command.Operation == operation && each.Command.Number == _event.OrderNumber);
        return _event.OrderNumber > MostOfMishaps && (!ordered || !_served.Add((_event.Action, _event.OrderNumber)));
    }

    private bool IsServedWrongly(string guest) => _event.Kind switch
    {
        EventKind.SwapStarted => _closed,
        EventKind.SwapEnded => _event.Summary.Result == SwapResult.Completed && !_authorised
            && Ascii.Read(_event.Vehicle, 0, _event.VehicleLength) == guest,
        _ => false,
    };
}
