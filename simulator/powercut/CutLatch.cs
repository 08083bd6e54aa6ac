using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Out of service: set and cleared by the city and by a person at the station.</summary>
internal sealed class CutLatch : ICutRecord
{
    private const long RetryMs = 2_000;

    /// <summary>Its audits are not what is judged here.</summary>
    private readonly EventWriter _events = new(
        new Journal(new MemoryStore(0), new HmacMac(new byte[32]), CutCheck.Sizes),
        new VirtualClock(default, TimeQuality.Unknown), null);

    private ServiceLatch _latch = null!;
    private (bool City, bool Local, ulong Order) _now;
    private (bool City, bool Local, ulong Order) _next;
    private ulong _order;
    private long _nowMs;

    public void Start(IStore store, Journal journal)
    {
        _latch = Open(store);
        Keep();
    }

    public void Act(Prng random)
    {
        _order++;
        switch (random.Between(0, 3))
        {
            case 0:
                _next = (true, _now.Local, _order);
                _latch.Set(Issuer.City, _order, _nowMs);
                break;
            case 1:
                _next = (_now.City, true, _now.Order);
                _latch.Set(Issuer.Local, 0, _nowMs);
                break;
            case 2:
                _next = (false, _now.Local, 0);
                _latch.Clear(Issuer.City, _order, _nowMs);
                break;
            default:
                _next = (_now.City, false, _now.Order);
                _latch.Clear(Issuer.Local, 0, _nowMs);
                break;
        }

        Keep();
    }

    /// <summary>Unreadable is closed, too; it is not open, and does not hide who has closed.</summary>
    public CutFlaw? Judge(IStore store)
    {
        (bool City, bool Local, ulong Order) found = Read(store);
        return found == _now || found == _next ? null
            : new CutFlaw(found.Order < _now.Order, Invariant($"latch {found} instead of {_now}"));
    }

    public void Settle(IStore store)
    {
        _now = Read(store);
        _next = _now;
    }

    private (bool City, bool Local, ulong Order) Read(IStore store)
    {
        ServiceLatch latch = Open(store);
        bool city = latch.IsSetBy(Issuer.City);
        return (city, latch.IsSetBy(Issuer.Local), city ? latch.City.Number : 0);
    }

    private ServiceLatch Open(IStore store)
    {
        ServiceLatch latch = new(store, _events);
        latch.Open(_nowMs);
        return latch;
    }

    private void Keep()
    {
        while (_latch.IsDue(_nowMs))
        {
            _latch.Keep(_nowMs);
            _nowMs += RetryMs;
        }

        _now = _next;
    }
}
