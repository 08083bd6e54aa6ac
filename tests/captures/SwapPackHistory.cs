using System.Text;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>What a node on the swap-pack bus believes, frame by frame and between them, as lists of changes.</summary>
internal sealed class SwapPackHistory
{
    private const int PassMs = 50;

    private readonly SwapPackBus _bus = new();
    private readonly List<string> _locks = [];
    private readonly List<string> _stages = [];
    private readonly List<string> _codes = [];
    private long _passMs;

    public string Locks => string.Join(", ", _locks);

    public string Stages => string.Join(", ", _stages);

    public string Codes => string.Join(", ", _codes);

    public uint LostLocks => _bus.Lost(SwapPackMessage.Lock);

    public void Accept(CanFrame frame)
    {
        for (; _passMs < frame.TimeMs; _passMs += PassMs)
        {
            Note(_passMs);
        }

        _bus.Accept(frame);
        Note(frame.TimeMs);
        if (_bus.PackCode.IsComplete)
        {
            Add(_codes, Encoding.ASCII.GetString(_bus.PackCode.Code, 0, _bus.PackCode.Length));
        }
    }

    private void Note(long nowMs)
    {
        Add(_locks, _bus.LockValid(nowMs) ? Lock() : Words.Of(_bus.DoubtOf(SwapPackMessage.Lock, nowMs)));
        MessageDoubt doubt = _bus.DoubtOf(SwapPackMessage.St1, nowMs);
        Add(_stages, doubt == MessageDoubt.None ? "good" : Words.Of(doubt));
    }

    private string Lock()
    {
        byte[] data = _bus.Slot(SwapPackMessage.Lock).Data;
        string pin = LockFrame.LockPin.Read(data) switch
        {
            LockFrame.Locked => "locked",
            LockFrame.Unlocked => "unlocked",
            _ => "neither",
        };
        return LockFrame.Connector.Read(data) == LockFrame.Connected ? pin : pin + " and parted";
    }

    private static void Add(List<string> to, string what)
    {
        if (to.Count == 0 || to[^1] != what)
        {
            to.Add(what);
        }
    }
}
